import{a as t}from"./chunk-L7ZZVSF3.js";var r=n=>{t("page-said").textContent=n};export{r as a};
//# sourceMappingURL=chunk-74NUTCTS.js.map
