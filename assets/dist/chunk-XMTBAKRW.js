var t=(e,r)=>{let n=()=>{e.open&&r()};return e.addEventListener("toggle",n),n};export{t as a};
//# sourceMappingURL=chunk-XMTBAKRW.js.map
