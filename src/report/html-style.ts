/** The look of the HTML report: black on white, colours that read in grey too, and no script. */
export const htmlStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:76rem;font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}
h1{font-size:1.7rem;margin:0 0 1rem}h2{font-size:1.3rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}h3{font-size:1.05rem}
a{color:#00418a}
:focus-visible{outline:3px solid #00418a;outline-offset:2px}
.note{color:#4a4a4a}
.totals{display:flex;flex-wrap:wrap;gap:.75rem;margin:0}
.totals div{display:flex;flex-direction:column-reverse;min-width:7rem;padding:.5rem .9rem;border:1px solid #b5b5b5;border-top:4px solid #5c5c5c}
.totals dd{margin:0;font-size:1.6rem;font-weight:700;line-height:1.2;font-variant-numeric:tabular-nums}
.totals .error{border-top-color:#a3000b}.totals .warning{border-top-color:#7a5200}.totals .suggestion{border-top-color:#00418a}
.scroll{overflow-x:auto}
table{border-collapse:collapse}
th,td{padding:.3rem .6rem;border:1px solid #b5b5b5;text-align:left;vertical-align:top}
tbody th{font-weight:400;min-width:9rem;max-width:38rem;overflow-wrap:break-word}
td.n{text-align:right;font-variant-numeric:tabular-nums}
td.none{color:#6b6b6b}
.rules .note{font-size:.85em;white-space:nowrap}
thead th{background:#f0f0f0;vertical-align:bottom}
tbody tr:hover>*{background:#f6f6f6}
.rules tr:last-child>*{font-weight:700}
.matrix thead th+th{padding:.6rem .2rem}
.matrix thead span{writing-mode:vertical-rl;transform:rotate(180deg);font-weight:400}
.matrix th:first-child{position:sticky;left:0;background:#fff}
.matrix thead th:first-child{background:#f0f0f0}
.letter{border-top:2px solid #1a1a1a;margin-top:2.5rem}
.columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}
.text{border:1px solid #b5b5b5;padding:1rem 1.25rem;overflow-wrap:anywhere}
.text .heading{font-weight:700}
.text .cell{border-left:3px solid #b5b5b5;padding-left:.6rem}
mark{color:inherit;padding:0 .1em;border-bottom:2px solid}
mark.error{background:#ffe0de;border-color:#a3000b}
mark.warning{background:#fff0c2;border-color:#7a5200}
mark.suggestion{background:#e2edfb;border-color:#00418a}
mark a,.point{font-size:.8em;font-weight:700;text-decoration:none}
ol.remarks{padding-left:0;list-style:none}
ol.remarks li{border-left:5px solid;padding:.1rem 0 .1rem .8rem;margin-bottom:1.2rem;overflow-wrap:anywhere}
li.error{border-color:#a3000b}li.warning{border-color:#7a5200}li.suggestion{border-color:#00418a}
:target{background:#fff8d6}
li p{margin:.2rem 0}
.what{font-weight:700}
@media (max-width:50rem){body{padding:1rem}.columns{display:block}th,td{padding:.25rem .35rem}.matrix tbody th{max-width:9rem}.totals div{min-width:5.5rem;padding:.35rem .6rem}}
@media print{body{max-width:none;padding:0;font-size:10pt}.letter{break-before:page}.scroll{overflow:visible}.columns{display:block}
.matrix,.back{display:none}tr,li,.totals{break-inside:avoid}h2,h3{break-after:avoid}
mark,li,thead th,.totals div{print-color-adjust:exact}a{color:inherit;text-decoration:none}}
`
