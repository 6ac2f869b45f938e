var n=t=>document.getElementById(t),o=(t,e)=>{t.textContent!==e&&(t.textContent=e)};export{n as a,o as b};
//# sourceMappingURL=chunk-L7ZZVSF3.js.map
