#include "service/handlers.h"

namespace engross {
namespace {

// After the manner of the GOV.UK Design System: its measures and colours (contrast 4.5 : 1 and better), none of its
// assets, no crown and no GDS Transport.
constexpr std::string_view sheet = R"css(
*, *::before, *::after { box-sizing: border-box; }
html { background: #f3f2f1; }
body { margin: 0; background: #fff; color: #0b0c0c; font: 1.1875rem/1.3158 "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
.width { max-width: 990px; margin-left: auto; margin-right: auto; padding-left: 15px; padding-right: 15px; }
header { background: #0b0c0c; padding-top: 12px; padding-bottom: 12px; border-bottom: 10px solid #1d70b8; }
.brand, .brand:visited { color: #fff; font-weight: 700; font-size: 1.5rem; text-decoration: none; }
main { padding-top: 30px; padding-bottom: 50px; }
footer { background: #f3f2f1; border-top: 1px solid #b1b4b6; padding: 25px 0; font-size: 1rem; }
h1 { font-size: 2.25rem; line-height: 1.1111; margin: 0 0 30px; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 15px; }
p, ul, dl { margin: 0 0 20px; }
a { color: #1d70b8; text-underline-offset: .1em; }
a:visited { color: #4c2c92; }
a:hover { color: #003078; }
a:focus { outline: 3px solid transparent; color: #0b0c0c; background: #fd0; box-shadow: 0 -2px #fd0, 0 4px #0b0c0c; text-decoration: none; }
.skip { position: absolute; left: -9999px; }
.skip:focus { position: static; display: block; padding: 10px 15px; }
.scroll { overflow-x: auto; }
.scroll:focus { outline: 3px solid #fd0; }
table { width: 100%; border-collapse: collapse; margin-bottom: 20px; }
caption { font-weight: 700; text-align: left; padding-bottom: 10px; }
th, td { text-align: left; vertical-align: top; padding: 10px 20px 10px 0; border-bottom: 1px solid #b1b4b6; }
th { font-weight: 700; }
time { white-space: nowrap; }
ul.plain { list-style: none; padding: 0; margin: 0; }
.hint { color: #505a5f; }
.tag { display: inline-block; padding: 2px 8px 3px; font-weight: 400; background: #eeefef; color: #282d30; }
.tag-running { background: #d2e2f1; color: #0c2d4a; }
.tag-done { background: #cce2d8; color: #005a30; }
.tag-needs_attention, .tag-waiting { background: #fff7bf; color: #594d00; }
.tag-failed, .tag-quarantined { background: #f4cdc6; color: #2a0b06; }
progress { width: 8em; height: 1em; vertical-align: middle; }
.error-summary { border: 5px solid #d4351c; padding: 20px; margin-bottom: 30px; }
.error-summary li, .inset li { margin-bottom: 10px; }
.inset { border-left: 10px solid #b1b4b6; padding: 15px; margin-bottom: 30px; }
.summary > div { display: flex; flex-wrap: wrap; border-bottom: 1px solid #b1b4b6; padding: 10px 0; }
dt { flex: 0 0 30%; min-width: 9em; font-weight: 700; padding-right: 20px; }
dd { flex: 1; margin: 0; overflow-wrap: anywhere; }
.two-thirds { max-width: 640px; }
.lead { font-size: 1.5rem; line-height: 1.25; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
fieldset { border: 0; padding: 0; margin: 0 0 40px; min-width: 0; }
legend { padding: 0; }
.group-title { margin-bottom: 10px; overflow-wrap: anywhere; }
.group-error { margin-bottom: 40px; border-left: 5px solid #d4351c; padding-left: 15px; }
.error-message { color: #b31b07; font-weight: 700; margin-bottom: 15px; }
.error-summary a { color: #b31b07; font-weight: 700; }
.error-summary a:focus { color: #0b0c0c; }
.radio { display: flex; align-items: center; gap: 10px; margin-top: 15px; }
.radio input { flex: none; width: 40px; height: 40px; margin: 0; accent-color: #0b0c0c; }
.under { margin: 5px 0 0 19px; padding: 0 0 5px 30px; border-left: 4px solid #b1b4b6; }
.under label { display: block; }
.under .hint { margin-bottom: 5px; }
.under .error-message { margin-bottom: 5px; }
.under p { margin: 10px 0 0; }
input[type=password], textarea { width: 100%; max-width: 23em; padding: 5px; border: 2px solid #0b0c0c; border-radius: 0; font: inherit; }
input[type=file] { max-width: 100%; padding: 5px; font: inherit; }
input[aria-invalid=true], textarea[aria-invalid=true] { border-color: #d4351c; }
input:focus, textarea:focus { outline: 3px solid #fd0; outline-offset: 0; box-shadow: inset 0 0 0 2px #0b0c0c; }
input[type=radio]:focus { outline: 3px solid #0b0c0c; box-shadow: 0 0 0 7px #fd0; border-radius: 50%; }
.button, .button:visited { display: inline-block; padding: 8px 10px 7px; border: 2px solid transparent; border-radius: 0; color: #fff; background: #00703c; box-shadow: 0 2px #002d18; font: inherit; text-decoration: none; cursor: pointer; }
.button:hover { color: #fff; background: #005a30; }
.button:focus { color: #0b0c0c; background: #fd0; border-color: #fd0; box-shadow: inset 0 0 0 1px #fd0, 0 2px #0b0c0c; outline: 3px solid transparent; }
details { margin-bottom: 15px; }
summary { color: #1d70b8; cursor: pointer; text-decoration: underline; overflow-wrap: anywhere; }
summary:focus { outline: 3px solid transparent; color: #0b0c0c; background: #fd0; box-shadow: 0 -2px #fd0, 0 4px #0b0c0c; }
.group-error > fieldset { margin-bottom: 0; padding-bottom: 5px; }
details fieldset { margin: 10px 0 20px; padding-left: 20px; border-left: 5px solid #b1b4b6; }
@media (max-width: 640px) { body { font-size: 1rem; } h1 { font-size: 1.75rem; } }
@media print { header, footer, .skip { display: none; } }
)css";

}  // namespace

Answer showStyleSheet(const Context& /*context*/, const Call& /*call*/) {
    return Answer{.headers = {{"Content-Type", "text/css; charset=utf-8"}, {"Cache-Control", "public, max-age=300"}},
                  .body = std::string(sheet.substr(1))};
}

}  // namespace engross
