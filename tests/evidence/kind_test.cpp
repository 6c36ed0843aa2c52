#include "evidence/kind.h"

#include <gtest/gtest.h>
#include <vector>

namespace engross {
namespace {

using namespace std::string_literals;

struct Sample {
    std::string head;
    EvidenceKind kind;
};

/// 128 kilobits and 44,100 samples a second: 417 bytes.
std::string mp3Frame() {
    std::string frame = "\xFF\xFB\x90\x00"s;
    frame.resize(417, '\0');
    return frame;
}

TEST(Sniff, GoesByContent) {
    const Sample samples[] = {
        {"", EvidenceKind::Empty},
        {"%PDF-1.7\n", EvidenceKind::Pdf},
        {std::string(1000, '\n') + "%PDF-1.4", EvidenceKind::Pdf},
        {"From: a@example.org\nTo: b@example.org\n\n%PDF-1.4", EvidenceKind::Mail},
        {"\xFF\xD8\xFF\xE0"s, EvidenceKind::Jpeg},
        {"\x89PNG\r\n\x1A\n", EvidenceKind::Png},
        {"II*\0\x08\0"s, EvidenceKind::Tiff},
        {"MM\0*\0\0"s, EvidenceKind::Tiff},
        {"GIF89a", EvidenceKind::Gif},
        {"RIFF\x10\0\0\0WEBPVP8 "s, EvidenceKind::WebP},
        {"\0\0\0\x18"
         "ftypheic"s,
         EvidenceKind::Heif},
        {"\0\0\0\x1C"
         "ftypavif"s,
         EvidenceKind::Heif},
        {"\0\0\0\x0CjP  \r\n\x87\n"s, EvidenceKind::Jpeg2000},
        {"PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml"s, EvidenceKind::Office},
        {"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text"s, EvidenceKind::OpenDocument},
        {"PK\x03\x04\x14\0\0\0\0\0holiday.jpg"s, EvidenceKind::Zip},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s, EvidenceKind::OldOffice},
        {"{\\rtf1\\ansi", EvidenceKind::Rtf},
        {"From: a@example.org\r\nTo: b@example.org\r\n\r\nHello", EvidenceKind::Mail},
        {"<!DOCTYPE html><html>", EvidenceKind::Html},
        {"  \n<html lang=\"en\">", EvidenceKind::Html},
        {"Dear Sir,\nthe boiler is broken.", EvidenceKind::Text},
        {"From: here\nto there is one field and no mail", EvidenceKind::Text},
        {"\x01\x02\x03\x04"s, EvidenceKind::Unknown},
        {"ID3\x04\0\0"s, EvidenceKind::Sound},
        {mp3Frame() + mp3Frame(), EvidenceKind::Sound},
        {mp3Frame() + std::string(10, '\1'), EvidenceKind::Unknown},
        {"RIFF\x10\0\0\0WAVEfmt "s, EvidenceKind::Sound},
        {"OggS\0\2"s, EvidenceKind::Sound},
        {"\0\0\0\x20"
         "ftypM4A "s,
         EvidenceKind::Sound},
        {"\0\0\0\x20"
         "ftypisom"s,
         EvidenceKind::Film},
        {"\0\0\0\x14"
         "ftypqt  "s,
         EvidenceKind::Film},
        {"RIFF\x10\0\0\0AVI LIST"s, EvidenceKind::Film},
        {"\x1A\x45\xDF\xA3\x01"s, EvidenceKind::Film},
    };
    for (const auto& sample : samples) {
        EXPECT_EQ(nameOf(sniff(sample.head)), nameOf(sample.kind)) << sample.head.substr(0, 40);
    }
}

/// An OLE2 file whose directory begins with these names.
std::string oleFile(const std::vector<std::string>& names) {
    std::string file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(22, '\0') + "\x09\0"s;
    file.resize(48);
    file += "\x0A\0\0\0"s;
    file.resize(5632);  // a header and ten sectors
    for (const std::string& name : names) {
        std::string entry;
        for (const char letter : name) {
            entry += letter;
            entry += '\0';
        }
        entry.resize(128);
        file += entry;
    }
    return file;
}

TEST(Sniff, TellsAnOutlookMessageFromAnOldOfficeDocument) {
    EXPECT_EQ(nameOf(sniff(oleFile({"Root Entry", "WordDocument", "1Table"}))), "old-office");
    const std::string message = oleFile({"Root Entry", "__nameid_version1.0", "__substg1.0_0037001F"});
    EXPECT_EQ(nameOf(sniff(message)), "outlook");
    for (std::size_t length = 8; length < message.size(); length += 16) {
        (void)sniff(std::string_view(message).substr(0, length));
    }
}

TEST(Sniff, IsNotFooledByAPdfNamedFarInsideAText) {
    EXPECT_EQ(sniff(std::string(2000, 'x') + "%PDF-1.7"), EvidenceKind::Text);
}

}  // namespace
}  // namespace engross
