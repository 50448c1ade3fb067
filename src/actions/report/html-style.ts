/** The style of the HTML report. Colours repeat what word and shape already say; each keeps a contrast of 4.5 or more on its ground. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#55606b;--line:#c3cad2;--band:#f2f5f8;--head:#17365d;
--bad:#a8071a;--bad-ground:#fdf0f0;--ask:#7a4a00;--ask-ground:#fdf6e7;--note:#1a4f8b;--note-ground:#eef4fb;--good:#1d6128;--good-ground:#eef7ef;--quiet:#55606b;--quiet-ground:#f2f5f8}
@media (prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e8ecf0;--soft:#a9b4bf;--line:#46515c;--band:#1d232a;--head:#a9cbf5;
--bad:#ff9d9d;--bad-ground:#331a1c;--ask:#f2c46d;--ask-ground:#302612;--note:#93c1fa;--note-ground:#172636;--good:#8fd69b;--good-ground:#16291a;--quiet:#a9b4bf;--quiet-ground:#1d232a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:64rem;margin:0 auto;padding:2.5rem 1.5rem 3rem}
h1,h2,h3,.name{font-family:"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;line-height:1.35}
h1{margin:0 0 .4rem;text-align:center;font-size:1.85rem;letter-spacing:.06em;color:var(--head)}
.name{margin:0 0 1.4rem;text-align:center;font-size:1.15rem;color:var(--soft)}
header{border-bottom:3px double var(--head);margin-bottom:1.8rem}
h2{font-size:1.35rem;margin:2.4rem 0 .9rem;color:var(--head)}
h3{font-size:1.08rem;margin:1.8rem 0 .6rem;padding-left:.6rem;border-left:.3rem solid var(--head)}
p{margin:.4rem 0}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.4rem;margin:0 0 1.2rem}
dl.facts dt{color:var(--soft)}
dl.facts dd{margin:0}
.verdict{margin:1.2rem 0;padding:.8rem 1.1rem;border:1px solid;border-left-width:.45rem;font-weight:700;font-size:1.08rem}
.verdict.clean,.verdict.explained{color:var(--good);background:var(--good-ground)}
.verdict.blocked,.verdict.refused{color:var(--bad);background:var(--bad-ground)}
.counts{display:grid;grid-template-columns:repeat(6,1fr);margin:1.2rem 0;padding:0;list-style:none;border:1px solid var(--line)}
.counts li{padding:.55rem .4rem;text-align:center;border-right:1px solid var(--line);font-size:.88rem}
.counts li:last-child{border-right:0}
.counts b{display:block;font-size:1.5rem;line-height:1.25;font-variant-numeric:tabular-nums;color:var(--ink)}
.counts .zero,.counts .zero b{color:var(--soft);font-weight:400}
.table{overflow-x:auto}
table{width:100%;table-layout:fixed;min-width:44rem;border-collapse:collapse;border:1.5px solid var(--ink);font-size:.94rem}
.findings th:nth-child(1){width:5rem}.findings th:nth-child(2){width:9.5rem}.findings th:nth-child(4){width:34%}
.files th:nth-child(1){width:40%}.files th:nth-child(n+4){width:7.5rem}
td>p:first-child{margin-top:0}td>p:last-child{margin-bottom:0}
th,td{border:1px solid var(--line);padding:.5rem .6rem;text-align:left;vertical-align:top}
thead th{background:var(--band);border-bottom:1.5px solid var(--ink);white-space:nowrap}
tbody th{font-weight:600;white-space:nowrap;font-variant-numeric:tabular-nums}
td.number{text-align:right;font-variant-numeric:tabular-nums}
.level{white-space:nowrap;font-weight:600}
.level small{display:block;font-weight:400;white-space:normal}
.shape{display:inline-block;width:1.15em}
.fatal,.error{color:var(--bad)}.query{color:var(--ask)}.advisory{color:var(--note)}.explained{color:var(--good)}.notChecked{color:var(--quiet)}
tr.fatal,tr.error,tr.query,tr.advisory,tr.explained,tr.notChecked{color:inherit}
.what{font-weight:600}
.more{color:var(--soft);font-size:.92em}
.more b{color:var(--ink);font-weight:600}
ol.next{padding-left:1.6rem;margin:.4rem 0}
ol.next li{margin:.3rem 0}
a{color:var(--note)}
a:focus-visible{outline:3px solid var(--note);outline-offset:2px}
footer{margin-top:2.6rem;padding-top:.8rem;border-top:1px solid var(--line);color:var(--soft);font-size:.86rem}
@media (max-width:40rem){.counts{grid-template-columns:repeat(3,1fr)}.counts li:nth-child(3){border-right:0}.counts li:nth-child(-n+3){border-bottom:1px solid var(--line)}main{padding:1.4rem .9rem}h1{font-size:1.45rem}}
@media (forced-colors:active){.verdict,.counts,table{border-color:CanvasText}.shape{forced-color-adjust:auto}}
@page{size:A4;margin:16mm 14mm 18mm}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#888;--band:#eee;--head:#17365d;--bad:#a8071a;--bad-ground:#fff;--ask:#7a4a00;--ask-ground:#fff;--note:#1a4f8b;--note-ground:#fff;--good:#1d6128;--good-ground:#fff;--quiet:#444;--quiet-ground:#fff}
body{font-size:10.5pt;line-height:1.5}main{max-width:none;padding:0}.table{overflow:visible}table{min-width:0}.findings th:nth-child(1){width:15mm}.findings th:nth-child(2){width:29mm}.counts li{font-size:9pt;padding:.4rem .1rem}
thead{display:table-header-group}tr,.verdict,.counts,dl.facts,ol.next li{break-inside:avoid}h2,h3{break-after:avoid}
section.file+section.file{break-before:page}thead th{print-color-adjust:exact;-webkit-print-color-adjust:exact}a{color:inherit;text-decoration:none}}
`.trim();
