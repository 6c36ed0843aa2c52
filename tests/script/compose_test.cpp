#include "script/written_sources.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using test::letterRequest;
using test::letterScript;
using test::said;
using test::testDay;
using test::WrittenSources;

std::string textOf(const Inline& text) {
    std::string all;
    for (const Span& span : text) {
        all += span.strong ? "*" + span.text + "*" : span.text;
    }
    return all;
}

/// One line a block: what a reviewer can compare.
struct Trace {
    std::string text;

    void all(const Blocks& blocks, const std::string& indent = "") {
        for (const Block& block : blocks) {
            std::visit([&](const auto& content) { line(content, indent); }, block.content);
        }
    }
    void add(const std::string& indent, const std::string& kind, const std::string& words) {
        text += indent + kind + (words.empty() ? "" : " \"" + words + "\"") + "\n";
    }
    void line(const Paragraph& block, const std::string& indent) {
        add(indent, block.keepWithNext ? "paragraph, kept" : "paragraph", textOf(block.text));
        if (!block.margin.empty()) {
            add(indent + "  ", "margin", textOf(block.margin));
        }
    }
    void line(const Heading& block, const std::string& indent) {
        add(indent, "heading " + std::to_string(block.level), textOf(block.text));
    }
    void line(const NumberedParagraph& block, const std::string& indent) {
        add(indent,
            std::string(block.restart ? "number from 1, level " : "number, level ") + std::to_string(block.level),
            textOf(block.text));
        if (!block.margin.empty()) {
            add(indent + "  ", "margin", textOf(block.margin));
        }
    }
    void line(const ListBlock& block, const std::string& indent) {
        add(indent, block.ordered ? "ordered list" : "list", "");
        for (const Blocks& item : block.items) {
            all(item, indent + "  ");
        }
    }
    void line(const TableBlock& block, const std::string& indent) {
        std::string heading;
        for (const TableColumn& column : block.columns) {
            heading += (heading.empty() ? "" : " | ") + textOf(column.heading) +
                       (column.align == Align::Right     ? ">"
                        : column.align == Align::Decimal ? "."
                                                         : "");
        }
        add(indent, "table", heading);
        for (std::size_t row = 0; row < block.rows.size(); ++row) {
            std::string cells;
            for (const TableCell& cell : block.rows.at(row)) {
                cells += (cells.empty() ? "" : " | ") + textOf(cell.text);
            }
            const bool band = std::find(block.bandRows.begin(), block.bandRows.end(), row) != block.bandRows.end();
            add(indent + "  ", band ? "band" : "row",
                cells + (block.rowLinks.empty() ? "" : " -> " + block.rowLinks.at(row)));
        }
    }
    void line(const KeyValues& block, const std::string& indent) {
        for (const auto& [label, value] : block.rows) {
            add(indent, "fact", textOf(label) + ": " + textOf(value));
        }
    }
    void line(const BoxBlock& block, const std::string& indent) {
        add(indent, block.look == BoxBlock::Look::Tinted ? "tinted box" : "ruled box", "");
        all(block.content, indent + "  ");
    }
    void line(const Figure& block, const std::string& indent) {
        add(indent, "figure", block.alternative);
    }
    void line(const SignatureBlock& block, const std::string& indent) {
        std::string lines = block.label;
        for (const Inline& one : block.lines) {
            lines += (lines.empty() ? "" : " / ") + textOf(one);
        }
        add(indent, "signature", lines + (block.dateLine ? " / " + block.dateLabel + " ____" : ""));
    }
    void line(const Lines& block, const std::string& indent) {
        std::string lines;
        for (const Inline& one : block.lines) {
            lines += (lines.empty() ? "" : " / ") + textOf(one);
        }
        add(indent, "lines", lines);
    }
    void line(const TickList& block, const std::string& indent) {
        for (const TickList::Item& item : block.items) {
            add(indent, item.ticked ? "ticked" : "box", textOf(item.text));
        }
    }
    void line(const FillIn& block, const std::string& indent) {
        add(indent, "fill in", textOf(block.label));
    }
    void line(const Contents& block, const std::string& indent) {
        add(indent, "contents", "");
        for (const Contents::Row& row : block.rows) {
            add(indent + "  ", "row", textOf(row.title) + " " + row.page);
        }
    }
    void line(const SideBySide& block, const std::string& indent) {
        for (const SideBySide::Pair& pair : block.pairs) {
            add(indent, "left", "");
            all(pair.left, indent + "  ");
            add(indent, "right", "");
            all(pair.right, indent + "  ");
        }
    }
    void line(const Rule&, const std::string& indent) {
        add(indent, "rule", "");
    }
    void line(const Space&, const std::string& indent) {
        add(indent, "space", "");
    }
    void line(const PageBreak&, const std::string& indent) {
        add(indent, "page break", "");
    }
};

std::string plainSpaces(std::string text) {
    for (std::size_t at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0", at)) {
        text.replace(at, 2, " ");
    }
    return text;
}

std::string trace(const Blocks& blocks) {
    Trace trace;
    trace.all(blocks);
    return plainSpaces(trace.text);
}

std::optional<Composition> composed(const Catalogue& catalogue, const Request& request, const Part& part = {}) {
    const auto result = catalogue.check(request, testDay);
    EXPECT_NE(result.checked, nullptr) << said(result.diagnostics);
    std::vector<Diagnostic> faults;
    auto composition = result.checked == nullptr ? std::nullopt : catalogue.compose(*result.checked, part, faults);
    for (const Diagnostic& fault : faults) {
        ADD_FAILURE() << describe(fault);
    }
    return composition;
}

std::shared_ptr<const Catalogue> standard() {
    static const std::string root = ENGROSS_SOURCE_DIR;
    static const auto catalogue = Catalogue::load({root + "/plugins", root + "/scripts", root + "/templates"}, {});
    return catalogue;
}

// The letter of docs/document-types.md, as an administrator would write it.
TEST(Letter, IsComposedFromTheScriptOfTheGuide) {
    const auto request = standard()->example("access_appointment");
    ASSERT_TRUE(request);
    const auto letter = composed(*standard(), *request);
    ASSERT_TRUE(letter);
    EXPECT_EQ(trace(letter->body),
              "heading 1 \"Appointment to inspect your home\"\n"
              "paragraph \"Dear Ms A. Example\"\n"
              "paragraph, kept \"I will call at 12 Sample Street, Anytown, AB1 2DE on *Thursday 12 November 2026 at "
              "10am* to inspect, because:\"\n"
              "ordered list\n"
              "  paragraph \"there is damp and mould in the rear bedroom\"\n"
              "  paragraph \"the boiler does not work\"\n"
              "paragraph \"Please have the keys to every room ready.\"\n"
              "paragraph \"An officer whom the council has authorised in writing may enter premises at a reasonable "
              "time, after giving "
              "notice, to find out what state they are in (Housing Act 2004, section 239). It is an offence to "
              "obstruct an officer in "
              "doing anything which that Act requires or authorises the officer to do, unless there is a reasonable "
              "excuse (section "
              "241). The penalty on summary conviction is a fine not exceeding level 4 on the standard scale.\"\n"
              "paragraph, kept \"Yours sincerely\"\n"
              "signature \"*Mr D. Officer* / Environmental Health Officer / Example Borough Council\"\n");
}

TEST(Letter, StandsInTheGeometryOfAWindowEnvelope) {
    const auto letter = composed(*standard(), *standard()->example("access_appointment"));
    ASSERT_TRUE(letter);
    const PageStyle& style = letter->style;
    EXPECT_DOUBLE_EQ(style.first.top, mm(97));
    EXPECT_DOUBLE_EQ(style.first.left, mm(24.6));
    EXPECT_DOUBLE_EQ(style.later.top, mm(20));
    ASSERT_EQ(style.firstFrames.size(), 3U);
    const Frame& address = style.firstFrames.at(1);
    EXPECT_DOUBLE_EQ(address.left, mm(24.6));
    EXPECT_DOUBLE_EQ(address.top, mm(39.5));
    EXPECT_DOUBLE_EQ(address.top + address.height, mm(66.3));
    EXPECT_EQ(trace(address.content), "lines \"Ms A. Example / 12 Sample Street / Anytown / AB1 2DE\"\n");
    for (const Frame& frame : style.firstFrames) {
        EXPECT_LE(frame.top + frame.height, mm(95));
    }
    EXPECT_EQ(trace(style.firstFrames.at(2).content),
              "lines \"*Private Sector Housing* / Civic Offices / 1 Sample Square / Anytown / AB1 1AA\"\nspace\n"
              "lines \"Phone: 01632 960043 / E-mail: d.officer@example.gov.uk / Monday to Friday, 9am to 5pm / "
              "www.example.gov.uk\"\nspace\n"
              "lines \"*Our ref:* EN/2026/0142 / *Date:* 9 November 2026\"\n");
    ASSERT_EQ(style.footers.size(), 1U);
    EXPECT_DOUBLE_EQ(style.footers.front().baseline, mm(285));
    EXPECT_EQ(plainSpaces(textOf(style.footers.front().right)), "Page {page} of {pages}");
    EXPECT_EQ(style.accent, "#1f4e79");
    EXPECT_EQ(letter->author, "Example Borough Council");
}

TEST(Letter, IsWelshWhereItIsAskedFor) {
    Request request = *standard()->example("missed_appointment");
    request.language = "cy";
    request.draft = true;
    const auto letter = composed(*standard(), request);
    ASSERT_TRUE(letter);
    EXPECT_EQ(letter->language, "cy-GB");
    EXPECT_EQ(letter->author, "Cyngor Bwrdeistref Enghraifft");
    EXPECT_EQ(letter->style.mark, "DRAFFT");
    EXPECT_NE(trace(letter->body).find("Yn gywir"), std::string::npos);
}

TEST(Letter, KeepsANamesAsteriskAnAsterisk) {
    const WrittenSources sources;
    sources.write("scripts/letter/one.lua", letterScript("one", "  fields = { who = text },\n", "Dear {{who}}\n"));
    const auto letter = composed(*sources.load(), letterRequest("one", {{"who", "*A* {{who}} [x](y)"}}));
    ASSERT_TRUE(letter);
    EXPECT_EQ(std::get<Paragraph>(letter->body.at(1).content).text.front().text, "Dear *A* {{who}} [x](y)");
}

TEST(Letter, PrintsRowsAsATableWithPence) {
    const WrittenSources sources;
    sources.write(
        "scripts/letter/one.lua",
        letterScript(
            "one",
            "  fields = { costs = rows { item = text { label = \"Item\" }, cost = money { label = \"Cost\" } } },\n",
            "Costs:\n\n{{costs}}\n"));
    const auto letter = composed(
        *sources.load(), letterRequest("one", {{"costs", List{Value(Object{{"item", "Lock"}, {"cost", 1200}})}}}));
    ASSERT_TRUE(letter);
    EXPECT_NE(
        trace(letter->body).find("paragraph, kept \"Costs:\"\ntable \"Item | Cost.\"\n  row \"Lock | £1,200.00\"\n"),
        std::string::npos);
}

// The plugin of the guide: numbers first, then the paragraph; a signature that carries its clause.
TEST(Plugin, OfTheGuideComposesItsStatement) {
    const WrittenSources sources;
    sources.write("plugins/witness_statement/plugin.lua", R"lua(-- plugins/witness_statement/plugin.lua
return plugin {
  name = "witness_statement", version = "1.2.0", api = 1,
  makes  = "A witness statement with numbered paragraphs and a statement of truth.",
  clauses = { "statement-of-truth" },
  fields = { witness = record { name = text, address = text }, paragraphs = list { of = text, min = 1 } },
  compose = function(type, case, page)
    page:heading("WITNESS STATEMENT OF " .. words.upper(case.witness.name))
    for number, paragraph in ipairs(case.paragraphs) do page:numbered(number, paragraph) end
    page:signature { name = case.witness.name, clause = "statement-of-truth" }
  end,
}
)lua");
    sources.write("scripts/witness_statement/one.lua",
                  "return witness_statement {\n  id = \"one\", version = 1, title = \"Witness statement\", law = \"CPR "
                  "PD 32\", in_force = { from = \"2020-04-06\" },\n"
                  "  checks = { must_say { \"statement-of-truth\" } }, body = \"I say:\",\n}\n");
    Request request;
    request.type = "one";
    request.fields = Object{{"witness", Object{{"name", "A. Example"}, {"address", "12 Sample Street"}}},
                            {"paragraphs", List{Value("One."), Value("Two.")}}};
    const auto statement = composed(*sources.load(), request);
    ASSERT_TRUE(statement);
    EXPECT_EQ(
        trace(statement->body),
        "heading 1 \"WITNESS STATEMENT OF A. EXAMPLE\"\nnumber from 1, level 0 \"One.\"\nnumber, level 0 \"Two.\"\n"
        "paragraph, kept \"I believe that the facts stated in this witness statement are true. I understand that "
        "proceedings for contempt "
        "of court may be brought against anyone who makes, or causes to be made, a false statement in a document "
        "verified by a "
        "statement of truth without an honest belief in its truth.\"\nsignature \"*A. Example*\"\n");
}

TEST(Plugin, IsCaughtWhereItLeavesOutADemandedClause) {
    const WrittenSources sources;
    sources.write("plugins/statement/plugin.lua",
                  "return plugin {\n  name = \"statement\", version = \"1\", clauses = { \"statement-of-truth\" },\n"
                  "  compose = function(type, case, page) page:body() end,\n}\n");
    sources.write("scripts/statement/one.lua",
                  "return statement {\n  id = \"one\", version = 1, title = \"T\", law = \"PD 22\", in_force = { from "
                  "= \"2020-04-06\" },\n"
                  "  checks = { must_say { \"statement-of-truth\", law = \"PD 22 para 2.2\", mark = \"V\", code = "
                  "\"WS-01\" } }, body = \"I say.\",\n}\n");
    const auto catalogue = sources.load();
    Request request;
    request.type = "one";
    const auto result = catalogue->check(request, testDay);
    ASSERT_NE(result.checked, nullptr) << said(result.diagnostics);
    std::vector<Diagnostic> faults;
    EXPECT_FALSE(catalogue->compose(*result.checked, {}, faults));
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().code, "WS-01");
    EXPECT_EQ(faults.front().message, "the document does not say clause 'statement-of-truth'");
    EXPECT_EQ(faults.front().law, "PD 22 para 2.2 [V]");
}

TEST(Plugin, ShowsThePlaceWhereItsComposeFails) {
    const WrittenSources sources;
    sources.write("plugins/statement/plugin.lua",
                  "return plugin {\n  name = \"statement\", version = \"1\",\n  fields = { witness = text },\n"
                  "  compose = function(type, case, page)\n    page:headin(case.witnes)\n  end,\n}\n");
    sources.write("scripts/statement/one.lua",
                  "return statement { id = \"one\", version = 1, title = \"T\", in_force = { from = \"2020-04-06\" }, "
                  "body = \"x\" }\n");
    const auto catalogue = sources.load();
    Request request;
    request.type = "one";
    request.fields = Object{{"witness", "A. Example"}};
    const auto result = catalogue->check(request, testDay);
    ASSERT_NE(result.checked, nullptr) << said(result.diagnostics);
    std::vector<Diagnostic> faults;
    EXPECT_FALSE(catalogue->compose(*result.checked, {}, faults));
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(describe(faults.front()),
              "plugins/statement/plugin.lua:5:10: the page has no method 'headin'\n"
              "  5 |     page:headin(case.witnes)\n"
              "    |          ^^^^^^   did you mean 'heading'?\n");
}

// The design's notice, with law by date, a template beside the script and a clause on every path.
TEST(Notice, OfTheDesignIsCheckedAndComposed) {
    const WrittenSources sources;
    sources.write("plugins/law/penalties.lua",
                  "return law {\n  capacities = choices { { value = \"landlord\", label = \"landlord\" } },\n"
                  "  penalty_offences = choices { { value = \"s72\", label = \"Unlicensed HMO\" } },\n"
                  "  penalty_cap = by_date { { from = \"2017-04-06\", value = 30000 } },\n}\n");
    std::ifstream plugin(std::string(ENGROSS_SOURCE_DIR) + "/plugins/notice/plugin.lua");
    sources.write("plugins/notice/plugin.lua", std::string(std::istreambuf_iterator<char>(plugin), {}));
    std::ifstream house(std::string(ENGROSS_SOURCE_DIR) + "/templates/house/example-council/house.lua");
    sources.write("templates/house/example-council/house.lua", std::string(std::istreambuf_iterator<char>(house), {}));
    sources.write("templates/house/example-council/logo.png", "a logo, which this test does not draw");
    sources.write("templates/clauses/representations-28-days.en.md",
                  "You may make written representations within 28 days.\n");
    sources.write("scripts/notice/penalty_notice_of_intent.en.md",
                  "The council intends to impose a penalty of {{amount}} for: {{offence}}.\n\n{{#reasons}}\n1. "
                  "{{.}}\n{{/reasons}}\n\n{{> representations-28-days}}\n");
    sources.write("scripts/notice/penalty_notice_of_intent.lua", R"lua(return notice {
  id = "penalty_notice_of_intent", version = 1, title = "Notice of intent to impose a financial penalty",
  law = "Housing Act 2004, section 249A and Schedule 13A", in_force = { from = "2017-04-06" },
  fields = {
    offence     = choice { from = law.penalty_offences, label = "Offence" },
    evidence_on = date   { label = "Date on which the council had sufficient evidence" },
    continuing  = boolean { label = "Is the conduct continuing?" },
    conduct_last_day = date { label = "Last day of the conduct", required_when = "not continuing" },
    given_on    = date   { label = "Date this notice is given" },
    amount      = money  { label = "Proposed penalty" },
    reasons     = list   { of = text, min = 1, label = "Reasons" },
  },
  checks = {
    one_of  { within { months = 6, from = "evidence_on", to = "given_on" }, is_true "continuing",
              within { months = 6, from = "conduct_last_day", to = "given_on" }, law = "Sch. 13A para. 2" },
    at_most { field = "amount", cap = law.penalty_cap, law = "s. 249A(4)"
}
, must_say{"representations-28-days", law = "Sch. 13A para. 4"},
}
, body = template "penalty_notice_of_intent",
}
)lua");
    const auto catalogue = sources.load();
    for (const Diagnostic& fault : catalogue->faultsOf("penalty_notice_of_intent")) {
        EXPECT_EQ(fault.severity, Severity::Warning) << describe(fault);
    }
    Request request =
        letterRequest("penalty_notice_of_intent",
                      {{"offence", "s72"},
                       {"evidence_on", "2026-06-01"},
                       {"continuing", true},
                       {"given_on", "2026-11-23"},
                       {"amount", 30001},
                       {"reasons", List{Value("No licence was held.")}},
                       {"premises", List{Value("12 Sample Street"), Value("AB1 2DE")}},
                       {"signatory", Object{{"name", "S. Signatory"}, {"post", "Manager"}, {"authority", "item 4.12"}}},
                       {"recipients", List{Value(Object{{"name", "B. Sample"},
                                                        {"capacity", "landlord"},
                                                        {"address", List{Value("8 Invented Lane")}},
                                                        {"method", "first_class_post"},
                                                        {"planned_on", "2026-11-25"}})}}});
    EXPECT_EQ(said(catalogue->check(request, testDay).diagnostics),
              "/fields/amount: 'Proposed penalty' is £30,001; the most is £30,000\n");
    request.fields.object()->set("amount", 12500);
    const auto notice = composed(*catalogue, request);
    ASSERT_TRUE(notice);
    EXPECT_EQ(
        trace(notice->body),
        "lines \"*Example Borough Council* / Private Sector Housing\"\nrule\n"
        "paragraph \"Housing Act 2004, section 249A and Schedule 13A\"\n"
        "heading 1 \"Notice of intent to impose a financial penalty\"\n"
        "fact \"Premises: 12 Sample Street, AB1 2DE\"\nfact \"Reference: HH/2026/0001\"\nfact \"To: *B. Sample*, "
        "landlord\"\n"
        "tinted box\n  paragraph, kept \"*Key dates*\"\n  fact \"Planned service: B. Sample: first class post, 25 "
        "November 2026\"\n"
        "number, level 0 \"The council intends to impose a penalty of £12,500 for: Unlicensed HMO.\"\n"
        "number, level 1 \"No licence was held.\"\n"
        "number, level 0 \"You may make written representations within 28 days.\"\n"
        "paragraph, kept \"Questions about this notice: D. Officer\"\n"
        "paragraph, kept \"Signed for the council by an officer authorised to sign this notice\"\n"
        "signature \"Signed / *S. Signatory* / Manager / Delegated authority: item 4.12 / Example Borough Council / "
        "Date ____\"\n");
}

TEST(Notice, ShowsNobodysAddressButOnTheFileCopy) {
    Request request = *standard()->example("improvement_notice");
    const auto served = composed(*standard(), request);
    ASSERT_TRUE(served);
    EXPECT_EQ(trace(served->body).find("Invented Lane"), std::string::npos);
    request.fields.object()->set("marked_as", "file_copy");
    const auto file = composed(*standard(), request);
    ASSERT_TRUE(file);
    EXPECT_NE(trace(file->body)
                  .find("heading 2 \"Addresses for service: not to be served\"\ntable \"Name | Capacity | Address | "
                        "Planned service\""),
              std::string::npos);
    EXPECT_EQ(file->style.copyMark, "FILE COPY");
}

TEST(Notice, PrintsEachLastDayBesideThePlannedServiceThatItRestsOn) {
    const auto notice = composed(*standard(), *standard()->example("improvement_notice"));
    ASSERT_TRUE(notice);
    const std::string text = trace(notice->body);
    EXPECT_NE(text.find("*Mr B. Sample*: planned service (by hand) on 25 November 2026. If this notice is served on "
                        "that day, the last day for an "
                        "appeal is 15 December 2026."),
              std::string::npos)
        << text;
    EXPECT_EQ(text.find("planned service (by hand) on 25 November 2026. If this notice is served on that day",
                        text.find("last day for an appeal is 15") + 1),
              std::string::npos);
}

TEST(Statement, SetsExhibitMarksBoldAndAgainInTheMargin) {
    const auto statement = composed(*standard(), *standard()->example("witness_statement"));
    ASSERT_TRUE(statement);
    const std::string text = trace(statement->body);
    EXPECT_NE(text.find("I refer to the inspection report marked *DO/3*.\"\n  margin \"*DO/3*\"\n"), std::string::npos)
        << text;
    EXPECT_DOUBLE_EQ(statement->style.first.left, mm(35));
    EXPECT_DOUBLE_EQ(statement->style.later.right, mm(35));
    EXPECT_DOUBLE_EQ(statement->style.leading, 20);
    EXPECT_NE(text.find("signature \"Signed / D. Officer / Date ____\"\npage break\n"), std::string::npos);
    std::size_t sheets = 0;
    for (std::size_t at = text.find("This is the exhibit marked"); at != std::string::npos;
         at = text.find("This is the exhibit marked", at + 1)) {
        ++sheets;
    }
    EXPECT_EQ(sheets, 4U);
}

TEST(ReviewDecision, OpensWithItsBoxAndEndsWithTheRightToAppeal) {
    const auto decision = composed(*standard(), *standard()->example("review_upheld"));
    ASSERT_TRUE(decision);
    const std::string text = trace(decision->body);
    EXPECT_EQ(text.find("tinted box\n  fact \"Decision: "), text.find("tinted box"));
    EXPECT_LT(text.find("tinted box"), text.find("number, level 0"));
    EXPECT_LT(text.rfind("number, level 0"), text.find("heading 2 \"Your right to appeal\"\nruled box\n"));
}

BundleView smallBundle() {
    BundleView view;
    view.rows = {{"", "The notice", "", "3", "section:A", true, "A"},
                 {"1", "Improvement notice", "25 November 2026", "4", "doc:1", false, ""},
                 {"", "Evidence", "", "9", "section:B", true, "B"},
                 {"2", "Photograph", "12 November 2026", "10", "doc:2", false, ""}};
    view.indexRows = {0, 1, 2, 3};
    view.pages = 12;
    view.release = 2;
    view.identity = "3f9a 20c1";
    view.notes = {"Document 2 was added."};
    return view;
}

TEST(Bundle, LinksEveryRowOfItsIndex) {
    const BundleView view = smallBundle();
    const auto index = composed(*standard(), *standard()->example("improvement_notice_appeal"),
                                {.kind = Part::Kind::Index, .bundle = &view});
    ASSERT_TRUE(index);
    const std::string text = trace(index->body);
    EXPECT_NE(
        text.find("table \"No | Document | Date | Page>\"\n  band \"*A. The notice* -> section:A\"\n"
                  "  row \"1 | Improvement notice | 25 November 2026 | 4 -> doc:1\"\n"
                  "  band \"*B. Evidence* -> section:B\"\n  row \"2 | Photograph | 12 November 2026 | 10 -> doc:2\"\n"),
        std::string::npos)
        << text;
}

TEST(Bundle, HasACoverDividersAndSheets) {
    const BundleView view = smallBundle();
    const Request request = *standard()->example("improvement_notice_appeal");
    const auto cover = composed(*standard(), request, {.kind = Part::Kind::Cover, .bundle = &view});
    ASSERT_TRUE(cover);
    EXPECT_NE(trace(cover->body)
                  .find("fact \"*Release*: 2 (3f9a 20c1)\"\nfact \"*Pages*: 12\"\nheading 2 \"Changes in this "
                        "release\"\nlist\n"),
              std::string::npos)
        << trace(cover->body);
    const auto divider = composed(*standard(), request, {.kind = Part::Kind::Divider, .bundle = &view, .row = 2});
    ASSERT_TRUE(divider);
    EXPECT_NE(
        trace(divider->body)
            .find("heading 1 \"Evidence\"\nspace\ntable \"No | Document | Date | Page>\"\n  row \"2 | Photograph"),
        std::string::npos)
        << trace(divider->body);
    const auto sheet = composed(*standard(), request,
                                {.kind = Part::Kind::Sheet,
                                 .bundle = &view,
                                 .row = 3,
                                 .reason = "This exhibit is locked.",
                                 .facts = Object{{"sha256", "01234567 89abcdef"}}});
    ASSERT_TRUE(sheet);
    EXPECT_EQ(trace(sheet->body),
              "space\nheading 1 \"2. Photograph\"\nruled box\n  paragraph \"This exhibit is locked.\"\n"
              "fact \"*Date*: 12 November 2026\"\nfact \"*SHA-256*: 01234567 89abcdef\"\n");
}

TEST(Catalogue, KeepsTheOthersWhereOneFileIsBroken) {
    const WrittenSources sources;
    sources.write("scripts/letter/good.lua", letterScript("good", ""));
    sources.write("scripts/letter/bad.lua", "return letter {");
    const auto catalogue = sources.load();
    EXPECT_EQ(catalogue->ids(), (std::vector<std::string>{"bad", "good"}));
    EXPECT_NE(catalogue->find("good"), nullptr);
    EXPECT_EQ(catalogue->find("bad"), nullptr);
    EXPECT_TRUE(refuses(catalogue->faults()));
    EXPECT_TRUE(composed(*catalogue, letterRequest("good", {})));
    const auto result = catalogue->check(letterRequest("bad", {}), testDay);
    EXPECT_EQ(result.checked, nullptr);
    ASSERT_FALSE(result.diagnostics.empty());
    EXPECT_EQ(result.diagnostics.front().where.file, "scripts/letter/bad.lua");
}

TEST(Catalogue, TakesAScriptFromAnywhereWithItsBodyBesideIt) {
    const WrittenSources elsewhere;
    elsewhere.write(
        "scripts/x/my_letter.lua",
        "return letter { id = \"my_letter\", version = 1, title = \"Mine\", in_force = { from = \"2020-01-01\" } }");
    elsewhere.write("scripts/x/my_letter.en.md", "Dear {{recipient}}");
    const std::string root = ENGROSS_SOURCE_DIR;
    const auto catalogue = Catalogue::loadWith({root + "/plugins", root + "/scripts", root + "/templates"}, {},
                                               elsewhere.folders().scripts + "/x/my_letter.lua");
    EXPECT_TRUE(composed(*catalogue, letterRequest("my_letter", {})));
    EXPECT_NE(catalogue->find("access_appointment"), nullptr);
}

TEST(Catalogue, TellsWhatATypeAsksAndChecks) {
    const TypeSummary* type = standard()->find("access_appointment");
    ASSERT_NE(type, nullptr);
    EXPECT_EQ(type->family, "letter");
    EXPECT_EQ(type->inForceFrom, "2006-04-06");
    EXPECT_EQ(type->languages, std::vector<std::string>{"en"});
    std::string names;
    for (const Field& field : type->schema.fields) {
        names += field.name + " ";
    }
    EXPECT_EQ(names, "recipient officer signatory our_ref dated_on occupier premises given_at visit_at reasons keys ");
    ASSERT_EQ(type->checks.size(), 2U);
    EXPECT_EQ(type->checks.front().sentence, "at least 24 hours from 'given_at' to 'visit_at'");
    EXPECT_EQ(type->checks.front().law, "Housing Act 2004, s.239(5)");
    EXPECT_EQ(type->checks.front().mark, "K");
    EXPECT_EQ(type->checks.front().code, "access_appointment.at_least.visit_at");
}

}  // namespace
}  // namespace engross
