#include "pdf/content_scan.h"

#include <qpdf/Pl_Discard.hh>
#include <qpdf/Pl_QPDFTokenizer.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFTokenizer.hh>

namespace engross {

namespace {

class Scanner : public QPDFObjectHandle::TokenFilter {
public:
    void handleToken(const QPDFTokenizer::Token& token) override {
        switch (token.getType()) {
            case QPDFTokenizer::tt_bad:
                scan_.regular = false;
                break;
            case QPDFTokenizer::tt_name:
                scan_.hasMarkedIds = scan_.hasMarkedIds || token.getValue() == "/MCID";
                break;
            case QPDFTokenizer::tt_array_open:
            case QPDFTokenizer::tt_dict_open:
                ++brackets_;
                break;
            case QPDFTokenizer::tt_array_close:
            case QPDFTokenizer::tt_dict_close:
                --brackets_;
                break;
            case QPDFTokenizer::tt_word:
                handleOperator(token.getValue());
                break;
            default:
                break;
        }
        scan_.regular = scan_.regular && brackets_ >= 0;
    }

    [[nodiscard]] ContentScan result() const {
        ContentScan scan = scan_;
        scan.regular = scan.regular && depth_ == 0 && marks_ == 0 && brackets_ == 0 && !inText_;
        return scan;
    }

private:
    void handleOperator(const std::string& name) {
        if (name == "q" || name == "Q") {
            depth_ += name == "q" ? 1 : -1;
        } else if (name == "BT" || name == "ET") {
            scan_.regular = scan_.regular && inText_ == (name == "ET");
            inText_ = name == "BT";
        } else if (name == "BMC" || name == "BDC" || name == "EMC") {
            marks_ += name == "EMC" ? -1 : 1;
        } else if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
            scan_.showsText = true;
        } else if (name == "Do") {
            scan_.drawsObjects = true;
        }
        scan_.regular = scan_.regular && depth_ >= 0 && marks_ >= 0;
    }

    ContentScan scan_;
    long depth_ = 0;
    long marks_ = 0;
    long brackets_ = 0;
    bool inText_ = false;
};

}  // namespace

ContentScan scanContent(std::string_view decoded) {
    Scanner scanner;
    Pl_Discard discard;
    Pl_QPDFTokenizer tokenizer("page content", &scanner, &discard);
    tokenizer.write(reinterpret_cast<const unsigned char*>(decoded.data()), decoded.size());
    tokenizer.finish();
    return scanner.result();
}

}  // namespace engross
