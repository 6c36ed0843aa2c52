#include "pdf/source_flattening.h"

#include "pdf/annotation_flags.h"
#include "pdf/content_scan.h"
#include "pdf/deflate.h"
#include "pdf/field_look.h"
#include "pdf/shown_answer.h"

#include <numeric>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFFormFieldObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {

namespace {

QPDFObjectHandle deflatedStream(QPDF& pdf, const std::string& bytes) {
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf);
    stream.replaceStreamData(deflated(bytes), QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
    return stream;
}

class PageFlattening {
public:
    PageFlattening(SourceFile& file, const SourceSurvey& found, bool keepsMarkedIds, Flattening& result)
        : file_(file),
          found_(found),
          keepsMarkedIds_(keepsMarkedIds),
          losses_(result.losses),
          result_(result),
          type_(file.pdf()) {}

    void run(std::size_t index) {
        page_ = file_.pages().at(index);
        rotation_ = file_.geometries().at(index).rotation;
        drawn_.clear();
        wrapIfIrregular(index);
        QPDFObjectHandle annotations = page_.getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            QPDFObjectHandle annotation = annotations.getArrayItem(i);
            if (annotation.isDictionary() &&
                (!annotation.getKey("/Subtype").isNameAndEquals("/Link") ||
                 QPDFAnnotationObjectHelper(annotation).getAppearanceStream("/N").isStream())) {
                draw(annotation.isIndirect() ? annotation : file_.pdf().makeIndirectObject(annotation));
            }
        }
        if (!drawn_.empty()) {
            surround("q\n", "\nQ\n" + drawn_);
        }
    }

    void embedFonts() {
        type_.embed();
    }

private:
    void wrapIfIrregular(std::size_t index) {
        const SourceContent content = file_.content(index);
        if (!content.whole && !content.tooLarge) {
            ++losses_["damaged-page"];
        }
        QPDFObjectHandle contents = page_.getKey("/Contents");
        const ContentScan scan = content.tooLarge ? ContentScan{} : scanContent(content.bytes);
        result_.showsText.push_back(scan.showsText || (scan.drawsObjects && drawsFormsWithFonts(page_)));
        const bool regular =
            !content.tooLarge && content.whole && scan.regular && (keepsMarkedIds_ || !scan.hasMarkedIds);
        if (regular || contents.isNull() || (content.tooLarge && !contents.isStream())) {
            return;
        }
        const bool asItIs = contents.isStream() && (content.tooLarge || !content.whole);
        QPDFObjectHandle form = asItIs ? contents.copyStream() : deflatedStream(file_.pdf(), content.bytes);
        QPDFObjectHandle dictionary = form.getDict();
        dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
        dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
        dictionary.replaceKey("/BBox", page_.getKey("/MediaBox"));
        dictionary.replaceKey("/Resources", page_.getKey("/Resources"));
        page_.replaceKey("/Resources", QPDFObjectHandle::parse("<< /XObject << >> >>"));
        page_.getKey("/Resources").getKey("/XObject").replaceKey("/EngrossPage", form);
        page_.replaceKey("/Contents", deflatedStream(file_.pdf(), "q /EngrossPage Do Q\n"));
    }

    void draw(QPDFObjectHandle annotation) {
        QPDFAnnotationObjectHelper helper(annotation);
        const bool widget = helper.getSubtype() == "/Widget";
        if (isHidden(annotation.getKey("/OC"), found_) || (helper.getFlags() & neverShown) != 0) {
            losses_["form-hidden"] += widget && formFieldOf(annotation).hasAnswer() ? 1U : 0U;
            return;
        }
        if (QPDFObjectHandle looks = annotation.getKey("/AP"); looks.isDictionary() && looks.getKey("/N").isStream()) {
            annotation.removeKey("/AS");  // one look for every state
        }
        const std::size_t before = told();
        if (widget) {
            fillIn(annotation, helper);
        }
        QPDFObjectHandle appearance = helper.getAppearanceStream("/N");
        if (!appearance.isStream()) {
            const bool note = helper.getSubtype() != "/Popup" && !widget;
            losses_["annotation"] += note ? 1U : 0U;
            losses_["form-answer"] += widget && told() == before && formFieldOf(annotation).hasAnswer() ? 1U : 0U;
            return;
        }
        if (widget) {
            lendDefaults(appearance);
        }
        const std::string name = freeName();
        const std::string content = helper.getPageContentForAppearance(name, rotation_, 0, neverShown);
        if (!content.empty()) {
            objects().replaceKey(name, settled(appearance));
            drawn_ += content;
        } else if (widget) {
            losses_["form-hidden"] += formFieldOf(annotation).hasAnswer() ? 1U : 0U;
        }
    }

    /// How much was told so far: no answer may be lost without.
    [[nodiscard]] std::size_t told() const {
        return std::accumulate(losses_.begin(), losses_.end(), std::size_t{0},
                               [](std::size_t sum, const auto& loss) { return sum + loss.second; });
    }

    /// Makes the look of an answer that has none, or none that shows it where the form asks for fresh ones. A password
    /// is never shown.
    void fillIn(const QPDFObjectHandle& annotation, QPDFAnnotationObjectHelper& helper) {
        const FormField field = formFieldOf(annotation);
        QPDFObjectHandle look = helper.getAppearanceStream("/N");
        const bool has = look.isStream();
        if (field.kind == FormField::Kind::Other) {
            return;
        }
        if (field.kind == FormField::Kind::Tick) {
            losses_["form-tick"] += contradictsItself(annotation) ? 1U : 0U;
            if (has) {
                return;
            }
        }
        const bool secret = field.secret && field.hasAnswer();
        if (has && !secret && !asksForFreshLook(field, look)) {
            return;
        }
        losses_["form-password"] += secret ? 1U : 0U;
        losses_["form-fresh"] += has && !secret && showsText(look) ? 1U : 0U;
        if (field.symbols && !secret && field.kind == FormField::Kind::Text) {
            losses_["form-answer"] += field.hasAnswer() ? 1U : 0U;
            QPDFFormFieldObjectHelper(annotation).generateAppearance(helper);
        } else {
            drawAfresh(annotation, field, helper.getRect());
        }
    }

    [[nodiscard]] bool asksForFreshLook(const FormField& field, const QPDFObjectHandle& look) const {
        const bool unreadable = !field.whole && field.answer.empty() && field.chosen.empty();
        return found_.needsAppearances && !field.rich && !unreadable &&
               (field.kind == FormField::Kind::List || !showsAnswer(look, field.answer));
    }

    void drawAfresh(QPDFObjectHandle annotation, const FormField& field, const QPDFObjectHandle::Rectangle& box) {
        const FieldLook fresh = drawField(field, type_, box.urx - box.llx, box.ury - box.lly);
        losses_["form-answer"] += fresh.whole ? 0U : 1U;
        QPDFObjectHandle looks = QPDFObjectHandle::newDictionary();
        if (!fresh.operators.empty()) {
            looks.replaceKey("/N", formOf(file_.pdf(), fresh, field, type_));
        }
        annotation.replaceKey("/AP", looks);
        annotation.removeKey("/AS");
    }

    /// A field's appearance may lean on the form's default resources (ISO 32000-1 12.7.3.3).
    void lendDefaults(QPDFObjectHandle appearance) {
        QPDFObjectHandle form = file_.catalog().getKey("/AcroForm");
        QPDFObjectHandle defaults = form.isDictionary() ? form.getKey("/DR") : QPDFObjectHandle::newNull();
        if (!defaults.isDictionary()) {
            return;
        }
        QPDFObjectHandle own = appearance.getDict().getKey("/Resources");
        QPDFObjectHandle merged = own.isDictionary() ? own.shallowCopy() : QPDFObjectHandle::newDictionary();
        QPDFObjectHandle fonts = defaults.getKey("/Font");
        if (!fonts.isDictionary()) {
            return;
        }
        QPDFObjectHandle ownFonts = merged.getKey("/Font");
        QPDFObjectHandle all = fonts.shallowCopy();
        for (const auto& key : ownFonts.isDictionary() ? ownFonts.getKeys() : std::set<std::string>()) {
            all.replaceKey(key, ownFonts.getKey(key));
        }
        merged.replaceKey("/Font", all);
        appearance.getDict().replaceKey("/Resources", merged);
    }

    /// libqpdf writes an answer by a filter that works only while a stream is written decoded: the bytes are fixed
    /// here.
    QPDFObjectHandle settled(QPDFObjectHandle appearance) {
        if (!appearance.isDataModified()) {
            return appearance;
        }
        const auto bytes = appearance.getStreamData(qpdf_dl_generalized);
        QPDFObjectHandle fixed = deflatedStream(
            file_.pdf(), std::string(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()));
        for (const auto& key : appearance.getDict().getKeys()) {
            if (key != "/Filter" && key != "/DecodeParms" && key != "/Length") {
                fixed.getDict().replaceKey(key, appearance.getDict().getKey(key));
            }
        }
        return fixed;
    }

    /// The page's own pictures and forms, no longer shared with any other page.
    QPDFObjectHandle objects() {
        QPDFObjectHandle resources = page_.getKey("/Resources");
        if (drawn_.empty() || resources.isIndirect()) {
            resources = resources.shallowCopy();
            QPDFObjectHandle own = resources.getKey("/XObject");
            resources.replaceKey("/XObject",
                                 own.isDictionary() ? own.shallowCopy() : QPDFObjectHandle::newDictionary());
            page_.replaceKey("/Resources", resources);
        }
        return page_.getKey("/Resources").getKey("/XObject");
    }

    std::string freeName() {
        QPDFObjectHandle taken = page_.getKey("/Resources").getKey("/XObject");
        std::string name;
        do {
            name = "/EngrossNote" + std::to_string(++notes_);
        } while (taken.isDictionary() && taken.hasKey(name));
        return name;
    }

    void surround(const std::string& before, const std::string& after) {
        QPDFObjectHandle contents = page_.getKey("/Contents");
        QPDFObjectHandle all = QPDFObjectHandle::newArray();
        all.appendItem(deflatedStream(file_.pdf(), before));
        if (contents.isArray()) {
            for (auto& stream : contents.getArrayAsVector()) {
                all.appendItem(stream);
            }
        } else if (contents.isStream()) {
            all.appendItem(contents);
        }
        all.appendItem(deflatedStream(file_.pdf(), after));
        page_.replaceKey("/Contents", all);
    }

    SourceFile& file_;
    const SourceSurvey& found_;
    bool keepsMarkedIds_;
    std::map<std::string, std::size_t>& losses_;
    Flattening& result_;
    AnswerType type_;
    QPDFObjectHandle page_;
    int rotation_ = 0;
    std::string drawn_;
    std::size_t notes_ = 0;
};

}  // namespace

Flattening flatten(SourceFile& file, const SourceSurvey& found, bool keepsMarkedIds) {
    Flattening result;
    PageFlattening flattening(file, found, keepsMarkedIds, result);
    for (std::size_t i = 0; i < file.pages().size(); ++i) {
        flattening.run(i);
    }
    flattening.embedFonts();
    return result;
}

}  // namespace engross
