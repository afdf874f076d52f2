import { createHash } from 'node:crypto'

const source = `
:root{color-scheme:light dark;--page:#f4f2ef;--sheet:#fff;--ink:#262220;--soft:#57514a;--line:#dcd8d1;--teal:#0e5f5a;--on-teal:#fff;--coffee:#6f4a2f;--green:#1f6b35;--green-bg:#eaf5ec;--amber:#7a4b00;--amber-bg:#fdf3e0;--blue:#1d4f91;--blue-bg:#eaf1fb;--violet:#5f3dc4;--violet-bg:#f2eefc;--red:#a61e1e;--stone-bg:#f4f2ef}
@media (prefers-color-scheme:dark){:root{--page:#0f0e0c;--sheet:#1c1a17;--ink:#ece8e2;--soft:#c2bcb4;--line:#4a453f;--teal:#79bcb6;--on-teal:#0f0e0c;--coffee:#d9b08c;--green:#8fd6a2;--green-bg:#16291b;--amber:#f0c477;--amber-bg:#2e2413;--blue:#9cc3f5;--blue-bg:#152336;--violet:#c3b3f7;--violet-bg:#251d3d;--red:#ff9d94;--stone-bg:#2a2723}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
main{max-width:600px;margin:0 auto;padding:0 20px 28px;background:var(--sheet)}
@media (min-width:640px){main{margin:40px auto;padding:0 56px 48px;border-radius:10px;box-shadow:0 1px 3px #26222026,0 12px 40px #26222014}}
header{display:flex;gap:12px;align-items:center;justify-content:space-between;padding:18px 0 14px;border-bottom:2px solid var(--coffee)}
@media (min-width:640px){header{padding-top:36px}}
.office{font-size:15px;line-height:1.35;font-weight:600;text-wrap:balance}
.mark{display:inline-flex;flex:none;gap:5px;align-items:center;color:var(--coffee);font-weight:700;font-size:17px}
p{margin:0 0 12px}
h1{margin:6px 0 20px;font-size:30px;line-height:1.15;font-weight:700;letter-spacing:-.01em;text-wrap:balance}
h2{margin:32px 0 8px;font-size:17px;line-height:1.3;font-weight:700}
.greet{margin:26px 0 10px}
.lead{margin-bottom:2px;color:var(--soft)}
.text{white-space:pre-line}
.soft{color:var(--soft);font-size:15px}
a{color:var(--teal);text-underline-offset:3px}
dl{display:grid;grid-template-columns:auto 1fr;gap:8px 14px;margin:0 0 18px}
dt{color:var(--soft)}
dd{margin:0;font-weight:600}
dd a{display:inline-block;font-weight:400;padding:6px 0}
del{color:var(--soft);font-weight:400}
ol{list-style:none;margin:0;padding:0}
li{display:grid;grid-template-columns:3.6em 1fr;gap:2px 14px;padding:9px 0;border-top:1px solid var(--line)}
li:first-child{border-top:0}
li time{color:var(--soft)}
li .untimed{grid-column:1/-1}
li small{display:block;color:var(--soft);font-size:15px}
.state{margin:20px 0 4px;padding:16px 18px 18px;border-radius:10px;border:1px solid}
.state strong{display:block;font-size:20px;line-height:1.25;text-wrap:balance}
.state p{margin:8px 0 0;color:var(--ink)}
.state+p{margin-top:14px}
.state dl{margin:10px 0 0;color:var(--ink)}
.attending{border-color:var(--green);background:var(--green-bg)}.attending strong{color:var(--green)}
.maybe{border-color:var(--amber);background:var(--amber-bg)}.maybe strong{color:var(--amber)}
.declined,.over{border-color:var(--soft);background:var(--stone-bg)}
.waitlisted{border-color:var(--blue);background:var(--blue-bg)}.waitlisted strong{color:var(--blue)}
.moved{border-color:var(--violet);background:var(--violet-bg)}.moved strong{color:var(--violet)}
.cancelled{border-color:var(--red);background:none}.cancelled strong{color:var(--red)}
.do{display:flex;flex-wrap:wrap;gap:10px;margin-top:14px}
.button,button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:8px 18px;border:2px solid var(--teal);border-radius:8px;background:var(--sheet);color:var(--teal);font:inherit;font-weight:600;line-height:1.2;text-decoration:none;text-align:center;cursor:pointer}
.main{background:var(--teal);color:var(--on-teal)}
.button:hover,button:hover{text-decoration:underline}
:focus-visible{outline:3px solid var(--teal);outline-offset:3px}
.ask{position:sticky;bottom:0;margin:0 -20px;padding:12px 20px max(12px,env(safe-area-inset-bottom));background:var(--sheet);border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.ask h2{margin:0 0 8px}
@media (min-width:640px){.ask{position:static;margin:24px 0 0;padding:20px 0}}
@media (max-height:460px){.ask{position:static}}
.answers{display:grid;grid-template-columns:repeat(3,1fr);gap:8px}
.answers button{flex-direction:column;gap:4px;min-height:68px;padding:8px 2px;font-size:15px;letter-spacing:-.01em}
.answers svg{width:20px;height:20px}
.answers .no{border-color:var(--soft);color:var(--ink)}
.answers .perhaps{border-color:var(--amber);color:var(--amber)}
details{margin-top:12px}
summary{display:inline-block;padding:10px 0;color:var(--teal);cursor:pointer;text-decoration:underline;text-underline-offset:3px}
summary:focus-visible{outline-offset:0}
.fold{margin:26px 0 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.state details:last-child{margin-bottom:-8px}
.fold summary{display:block;padding:14px 0;font-weight:600}
.fold form{padding-bottom:20px}
.fold label:first-child{margin-top:0}
.sign{margin-top:32px}
label{display:block;margin:14px 0 4px;font-weight:600}
label span{display:block;color:var(--soft);font-size:15px;font-weight:400}
textarea{display:block;width:100%;min-height:84px;margin-bottom:14px;padding:10px 12px;border:1px solid var(--soft);border-radius:8px;background:var(--sheet);color:var(--ink);font:inherit}
input,select{display:block;width:100%;min-height:48px;padding:8px 12px;border:1px solid var(--soft);border-radius:8px;background:var(--sheet);color:var(--ink);font:inherit}
.fault{margin:6px 0 0;color:var(--red);font-size:15px;font-weight:600}
[aria-invalid]{border:2px solid var(--red)}
.crew{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.2em,1fr));gap:10px;margin-bottom:14px}
.crew label{margin:0;font-size:15px}
.fold.next{margin-top:0;border-top:0}
.fold>a{display:block;padding:10px 0}
.fold>a:last-child{padding-bottom:18px}
.named{list-style:none;margin:0 0 8px;padding:0}
.named li{display:flex;align-items:center;justify-content:space-between}
.named small{display:block;color:var(--soft);font-size:15px}
.named button{min-height:40px;padding:4px 14px;border-width:1px}
footer{margin-top:26px;color:var(--soft);font-size:15px}
footer h2{margin-top:0;font-size:15px}
footer a{display:inline-block;padding:8px 20px 8px 0}
.stopped{display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;margin-bottom:6px;color:var(--ink)}
.stopped button{min-height:44px;padding:4px 14px;font-size:15px}
.qr{display:block;width:100%;max-width:340px;margin:20px auto;border-radius:8px;background:#fff}
.name{font-size:22px;font-weight:700;line-height:1.25;text-align:center;margin:0 0 4px}
.centre{text-align:center}
`

/** The one style sheet of the personal pages; it stands in the page, so the first look needs one answer. */
export const pageStyle = source.trim().replaceAll('\n', '')

const hash = createHash('sha256').update(pageStyle).digest('base64')

/** Nothing but this very style sheet, and forms to ourselves. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
