var o=(n,a)=>+`1e${Number((a-n).toExponential().split("e")[1])-2}`;var c=({name:n,value:a,...t},s,e)=>{let r=t.step===o(t.low,t.high)?o(s,e):Math.min(t.step,e-s);return{name:n,value:Math.min(Math.max(a,s),e),low:s,high:e,step:r}};export{o as a,c as b};
//# sourceMappingURL=chunk-LH5IRTXW.js.map
