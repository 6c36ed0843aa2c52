#include "pdf/fingerprint.h"

#include "pdf/added_notes.h"
#include "pdf/reading.h"
#include "pdf/source_file.h"

#include <array>
#include <fstream>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <sstream>
#include <string_view>

namespace engross {

namespace {

constexpr int deepest = 200;
constexpr std::string_view factBegins = "<engross:";

/// Hashes what an object says: references are followed, a page is named by its place, and what only tells where the
/// object hangs or how its bytes are packed is left out.
class ObjectHashes {
public:
    explicit ObjectHashes(const SourceFile& file) : file_(file) {}

    Sha256 ofPage(QPDFObjectHandle page) {
        Sha256Hasher hasher;
        for (const char* key : {"/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Annots"}) {
            hasher.addField(key);
            hasher.addField(of(page.getKey(key), 0).hex());
        }
        hasher.addField(file_.content(file_.indexOf(page)).bytes);
        return hasher.finish();
    }

    /// The page as it was before it was numbered: what moves with it when the bundle is numbered afresh. `stamped`: its
    /// last content stream is the number, drawn with a font that is named there; notes with page numbers may stand
    /// before it.
    Sha256 ofContent(QPDFObjectHandle page, bool stamped) {
        Sha256Hasher hasher;
        for (const char* key : {"/MediaBox", "/CropBox", "/Rotate", "/UserUnit"}) {
            hasher.addField(key);
            hasher.addField(of(page.getKey(key), 0).hex());
        }
        QPDFObjectHandle contents = page.getKey("/Contents");
        std::vector<QPDFObjectHandle> streams;
        if (contents.isArray()) {
            streams = contents.getArrayAsVector();
        } else if (contents.isStream()) {
            streams.push_back(contents);
        }
        std::set<std::string> ours;
        if (stamped && !streams.empty()) {
            ours.insert(fontOf(streams.back()));
            streams.pop_back();
        }
        if (stamped && hasNotes(page, streams)) {
            ours.insert(fontOf(streams.back()));
            streams.pop_back();
            streams.pop_back();  // what ends the source's content stands before them
        }
        for (auto& stream : streams) {
            if (stream.isStream()) {
                addData(hasher, stream);
            }
        }
        addResources(hasher, page.getKey("/Resources"), ours);
        return hasher.finish();
    }

    /// What was noted in the page's margins.
    Sha256 ofNotes(QPDFObjectHandle page, bool stamped) {
        QPDFObjectHandle contents = page.getKey("/Contents");
        std::vector<QPDFObjectHandle> streams =
            contents.isArray() ? contents.getArrayAsVector() : std::vector<QPDFObjectHandle>();
        Sha256Hasher hasher;
        if (stamped && !streams.empty()) {
            streams.pop_back();
            if (hasNotes(page, streams)) {
                addData(hasher, streams.back());
            }
        }
        return hasher.finish();
    }

    /// An entry of the catalogue: destinations, what opens with the file, what is attached.
    Sha256 ofEntry(const QPDFObjectHandle& entry) {
        return of(entry, 0);
    }

private:
    /// The name before the first "Tf".
    static std::string fontOf(const QPDFObjectHandle& stream) {
        std::istringstream words(bytesOf(stream));
        std::string name;
        for (std::string word; words >> word && word != "Tf";) {
            name = word.front() == '/' ? word : name;
        }
        return name;
    }

    static std::string bytesOf(QPDFObjectHandle stream) {
        if (!stream.isStream()) {
            return {};
        }
        const auto buffer = stream.getStreamData(qpdf_dl_generalized);
        return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
    }

    /// Whether the last two streams are what ends the source's content, and notes: the first says nothing else.
    static bool hasNotes(QPDFObjectHandle page, const std::vector<QPDFObjectHandle>& streams) {
        QPDFObjectHandle unit = page.getKey("/UserUnit");
        return streams.size() > 1 &&
               isAddedNotes(bytesOf(streams.back()), unit.isNumber() ? unit.getNumericValue() : 1) &&
               bytesOf(streams.at(streams.size() - 2)).find_first_not_of("Q EMC\n") == std::string::npos;
    }

    void addResources(Sha256Hasher& hasher, QPDFObjectHandle resources, const std::set<std::string>& leftOut) {
        if (!resources.isDictionary()) {
            return;
        }
        for (const auto& kind : resources.getKeys()) {
            QPDFObjectHandle named = resources.getKey(kind);
            if (!named.isDictionary()) {
                continue;
            }
            for (const auto& name : named.getKeys()) {
                if (kind != "/Font" || !leftOut.contains(name)) {
                    hasher.addField(kind + name);
                    hasher.addField(of(named.getKey(name), 0).hex());
                }
            }
        }
    }

    Sha256 of(const QPDFObjectHandle& object, int depth) {
        if (depth > deepest) {
            throw PdfError("pdf-too-deep", file_.name(), "its objects are nested too deeply to be compared");
        }
        if (!object.isIndirect()) {
            return hash(object, depth);
        }
        if (const std::size_t page = file_.indexOf(object); page < file_.pages().size()) {
            return Sha256::of("page " + std::to_string(page + 1));
        }
        const auto [known, fresh] = done_.emplace(object.getObjGen(), Sha256::of("round"));
        if (fresh) {
            const Sha256 found = hash(object, depth);
            done_[object.getObjGen()] = found;
            return found;
        }
        return known->second;
    }

    Sha256 hash(QPDFObjectHandle object, int depth) {
        Sha256Hasher hasher;
        if (object.isStream()) {
            addMembers(hasher, object.getDict(), depth, true);
            addData(hasher, object);
        } else if (object.isDictionary()) {
            addMembers(hasher, object, depth, false);
        } else if (object.isArray()) {
            hasher.addField("[");
            for (auto& item : object.getArrayAsVector()) {
                hasher.addField(of(item, depth + 1).hex());
            }
        } else {
            hasher.addField(object.isReal() ? std::to_string(object.getNumericValue()) : object.unparseResolved());
        }
        return hasher.finish();
    }

    void addMembers(Sha256Hasher& hasher, QPDFObjectHandle dictionary, int depth, bool ofStream) {
        hasher.addField("<<");
        for (const auto& key : dictionary.getKeys()) {
            const bool packing = ofStream && (key == "/Length" || key == "/Filter" || key == "/DecodeParms");
            if (packing || key == "/P" || key == "/Parent" || key == "/StructParent" || key == "/StructParents") {
                continue;
            }
            hasher.addField(key);
            hasher.addField(of(dictionary.getKey(key), depth + 1).hex());
        }
    }

    static void addData(Sha256Hasher& hasher, QPDFObjectHandle stream) {
        std::shared_ptr<Buffer> data;
        try {
            data = stream.getStreamData(qpdf_dl_generalized);
        } catch (const QPDFExc&) {
            // Pictures have filters that libqpdf leaves alone; nobody packs those anew.
            data = stream.getRawStreamData();
        }
        hasher.addField({reinterpret_cast<const char*>(data->getBuffer()), data->getSize()});
    }

    const SourceFile& file_;
    std::map<QPDFObjGen, Sha256> done_;
};

Sha256 hashOfFile(const std::string& path) {
    Sha256Hasher hasher;
    std::ifstream file(path, std::ios::binary);
    std::array<char, 65536> piece{};
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
        hasher.add({piece.data(), static_cast<std::size_t>(file.gcount())});
    }
    return hasher.finish();
}

void addBookmarks(Sha256Hasher& hasher, const std::vector<ReadBookmark>& bookmarks) {
    hasher.addField(std::to_string(bookmarks.size()));
    for (const auto& bookmark : bookmarks) {
        hasher.addField(bookmark.title);
        hasher.addField(bookmark.page ? std::to_string(*bookmark.page) : std::string());
        addBookmarks(hasher, bookmark.children);
    }
}

/// The facts that xmp.cpp writes: one element each, whose text Engross alone chooses and which needs no escapes.
std::map<std::string, std::string> provenanceIn(const std::string& packet) {
    std::map<std::string, std::string> facts;
    for (std::size_t at = packet.find(factBegins); at != std::string::npos; at = packet.find(factBegins, at + 1)) {
        const std::size_t name = at + factBegins.size();
        const std::size_t open = packet.find('>', name);
        const std::size_t close = packet.find('<', open);
        if (close == std::string::npos) {
            break;
        }
        facts.emplace(packet.substr(name, open - name), packet.substr(open + 1, close - open - 1));
    }
    return facts;
}

}  // namespace

PdfFingerprint fingerprintOf(const std::string& path, const std::string& name, const PdfLimits& limits) {
    const PdfReading reading = readFinished(path, name, limits);
    const SourceFile file(path, name, {}, limits);
    PdfFingerprint fingerprint;
    fingerprint.file = hashOfFile(path);
    ObjectHashes hashes(file);
    for (std::size_t i = 0; i < file.pages().size(); ++i) {
        fingerprint.pages.push_back(hashes.ofPage(file.pages()[i]));
        const bool stamped = reading.pages.at(i).stamp.has_value();
        fingerprint.contents.push_back(hashes.ofContent(file.pages()[i], stamped));
        fingerprint.notes.push_back(hashes.ofNotes(file.pages()[i], stamped));
    }
    Sha256Hasher navigation;
    for (const auto& page : reading.pages) {
        fingerprint.labels.push_back(page.label);
        navigation.addField(page.label);
    }
    addBookmarks(navigation, reading.bookmarks);
    for (const char* key : {"/OpenAction", "/AA", "/Names", "/AcroForm", "/OCProperties", "/AF"}) {
        navigation.addField(hashes.ofEntry(file.catalog().getKey(key)).hex());
    }
    fingerprint.navigation = navigation.finish();
    if (QPDFObjectHandle packet = file.catalog().getKey("/Metadata"); packet.isStream()) {
        const auto bytes = packet.getStreamData(qpdf_dl_generalized);
        fingerprint.provenance = provenanceIn({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()});
    }
    return fingerprint;
}

}  // namespace engross
