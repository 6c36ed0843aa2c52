#include "pdf/drawing_sample.h"
#include "pdf/sabotage.h"

namespace engross::test {
namespace {

using Handle = QPDFObjectHandle;

/// An annotation of page 1 with a structure element of its own.
void addAnnotation(QPDF& pdf, const std::string& body, const char* type) {
    Handle root = pdf.getRoot().getKey("/StructTreeRoot");
    Handle document = root.getKey("/K").getArrayItem(0);
    Handle annotation = pdf.makeIndirectObject(Handle::parse("<</Rect[0 0 9 9]/F 4/StructParent 900" + body + ">>"));
    Handle holder = pdf.makeIndirectObject(Handle::parse("<</Type/StructElem>>"));
    holder.replaceKey("/S", name(type));
    holder.replaceKey("/P", document);
    holder.replaceKey("/Pg", pageOf(pdf, 0));
    holder.replaceKey("/K", Handle::newDictionary({{"/Type", name("/OBJR")}, {"/Obj", annotation}}));
    document.getKey("/K").appendItem(holder);
    Handle numbers = root.getKey("/ParentTree").getKey("/Nums");
    numbers.appendItem(Handle::newInteger(900));
    numbers.appendItem(holder);
    pageOf(pdf, 0).replaceKey("/Annots", Handle::newArray({annotation}));
}

/// A form object with tagged content of its own, drawn as often as said.
void drawTaggedForm(QPDF& pdf, int times) {
    Handle form = Handle::newStream(&pdf, "/P<</MCID 0>>BDC 0 0 5 5 re f EMC");
    form.getDict().replaceKey("/Subtype", name("/Form"));
    pageOf(pdf, 1).getKey("/Resources").getKey("/XObject").replaceKey("/Fm", form);
    for (int time = 0; time < times; ++time) {
        appendOperators(pdf, 1, "/Fm Do ");
    }
}

std::string locked() {
    const std::string good = sampleDocument();
    QPDF pdf;
    pdf.processMemoryFile("good", good.data(), good.size());
    return written(pdf, [](QPDFWriter& writer) {
        writer.setR3EncryptionParametersInsecure("", "owner", false, true, true, true, true, true, qpdf_r3p_full);
    });
}

}  // namespace

std::vector<Sabotage> accessSabotages() {
    return {
        edit("ua-role-remapped", "ParagraphAsHeading",
             [](QPDF& pdf) {
                 pdf.getRoot().getKey("/StructTreeRoot").replaceKey("/RoleMap", Handle::parse("<</P/H1>>"));
             }),
        edit("ua-heading-kinds", "Mixed", [](QPDF& pdf) { retype(pdf, "/H2", "/H"); }),
        edit("ua-heading-kinds", "TwoInOnePart",
             [](QPDF& pdf) {
                 retype(pdf, "/H1", "/H");
                 retype(pdf, "/H2", "/H");
             },
             {}),
        edit("ua-misplaced", "ItemOutsideAList", [](QPDF& pdf) { retype(pdf, "/L", "/Div"); }, {}),
        edit("ua-misplaced", "RowOutsideATable", [](QPDF& pdf) { retype(pdf, "/Table", "/Div"); }, {}),
        edit("ua-misplaced", "CellOutsideARow", [](QPDF& pdf) { retype(pdf, "/H1", "/TD"); }, {1}),
        edit("ua-misplaced", "EntryOutsideContents", [](QPDF& pdf) { retype(pdf, "/H1", "/TOCI"); }, {1}),
        edit("ua-toc-parts", "ParagraphInContents", [](QPDF& pdf) { retype(pdf, "/L", "/TOC"); }, {}),
        edit("ua-note-id", "NoId", [](QPDF& pdf) { element(pdf, "/Note").removeKey("/ID"); }, {2}),
        edit("ua-note-id", "IdTwice",
             [](QPDF& pdf) {
                 retype(pdf, "/H1", "/Note");
                 element(pdf, "/Note").replaceKey("/ID", Handle::newString("same"));
                 for (Handle object : pdf.getAllObjects()) {
                     if (object.isDictionary() && object.getKey("/S").isNameAndEquals("/Note")) {
                         object.replaceKey("/ID", Handle::newString("same"));
                     }
                 }
             },
             {2}),
        edit("ua-language-tag", "OfTheDocument",
             [](QPDF& pdf) { pdf.getRoot().replaceKey("/Lang", Handle::newString("English (UK)")); }),
        edit("ua-language-tag", "OfAnElement",
             [](QPDF& pdf) { element(pdf, "/H1").replaceKey("/Lang", Handle::newString("en_GB")); }, {1}),
        edit("ua-language-tag", "OfContent", [](QPDF& pdf) { appendOperators(pdf, 0, "/Span<</Lang(123)>>BDC EMC"); },
             {1}),
        edit("ua-layers", "NoName",
             [](QPDF& pdf) { pdf.getRoot().replaceKey("/OCProperties", Handle::parse("<</OCGs[]/D<<>>>>")); }),
        edit("ua-layers", "ChangesByItself",
             [](QPDF& pdf) {
                 pdf.getRoot().replaceKey("/OCProperties", Handle::parse("<</OCGs[]/D<</Name(a)/AS[]>>>>"));
             }),
        edit("ua-file-names", "OneName",
             [](QPDF& pdf) { pdf.getRoot().replaceKey("/AF", Handle::parse("[<</Type/Filespec/F(a.csv)/EF<<>>>>]")); }),
        {"ua-permissions", "Locked", locked, {}},
        edit("ua-annotation-text", "Stamp", [](QPDF& pdf) { addAnnotation(pdf, "/Subtype/Stamp", "/Annot"); }, {1}),
        edit("ua-annotation-text", "Field", [](QPDF& pdf) { addAnnotation(pdf, "/Subtype/Widget/FT/Tx", "/Form"); },
             {1}),
        edit("ua-form-element", "FieldInParagraph",
             [](QPDF& pdf) { addAnnotation(pdf, "/Subtype/Widget/FT/Tx/TU(name)", "/P"); }, {1}),
        edit("ua-form-element", "TrapNetwork",
             [](QPDF& pdf) { addAnnotation(pdf, "/Subtype/TrapNet/Contents(x)", "/Annot"); }, {1}),
        edit("ua-xfa", "DrawsItself",
             [](QPDF& pdf) {
                 Handle packet = Handle::newStream(&pdf, "<config><dynamicRender>required</dynamicRender></config>");
                 pdf.getRoot().replaceKey("/AcroForm", Handle::newDictionary({{"/XFA", packet}}));
             }),
        edit("ua-form-objects", "DrawnTwice", [](QPDF& pdf) { drawTaggedForm(pdf, 2); }, {2}),
        edit("ua-form-objects", "FromAnotherFile",
             [](QPDF& pdf) {
                 drawTaggedForm(pdf, 1);
                 Handle form = pageOf(pdf, 1).getKey("/Resources").getKey("/XObject").getKey("/Fm");
                 form.getDict().replaceKey("/Ref", Handle::newDictionary());
             },
             {2}),
    };
}

}  // namespace engross::test
