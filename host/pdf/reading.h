#pragma once
#include "pdf/input.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A link annotation as a finished file has it.
struct ReadLink {
    std::optional<PageNumber> page;  // where it leads within the file
    std::string address;             // where it leads on the web
    std::string file;                // of a link to a file that lies beside this one: its name
    std::string target;              // the named destination there
    bool insidePage = true;          // its whole box is on the visible page
    bool wellFormed = true;          // one of action and destination, and a box with its corners in order
    bool operator==(const ReadLink&) const = default;
};

/// The number that Engross stamped on a page: it stands in the page's last content stream, marked as an artifact.
struct ReadStamp {
    std::string text;
    bool upright = true;   // as shown, whatever the rotation
    bool inCorner = true;  // wholly inside the visible page, in its lower right quarter
    Points size = 0;
    bool operator==(const ReadStamp&) const = default;
};

struct ReadPage {
    std::string label;  // as a reader shows it
    std::optional<ReadStamp> stamp;
    std::vector<ReadLink> links;
    Points width = 0;
    Points height = 0;
    int rotation = 0;
    bool operator==(const ReadPage&) const = default;
};

struct ReadBookmark {
    std::string title;
    std::optional<PageNumber> page;
    std::vector<ReadBookmark> children;
    bool operator==(const ReadBookmark&) const = default;
};

/// What a finished file shows about itself, read afresh from its bytes.
struct PdfReading {
    std::vector<ReadPage> pages;
    std::vector<ReadBookmark> bookmarks;
    std::vector<std::string> names;             // of destinations, sorted
    std::map<std::string, PageNumber> places;   // of destinations, by name, where they lead to a page
    std::map<std::string, std::size_t> active;  // by LinkLoss::kind; scripts and the like, in any object
    std::size_t comments = 0;                   // notes, stamps and highlights that somebody left
    bool earlierVersions = false;               // what was there before a change is still in the file
    bool encrypted = false;
    bool hasLabels = false;
    std::size_t repairs = 0;
    std::string title;
    std::string author;
    std::string language;
    std::optional<double> openingZoom;  // 1 is 100 %; absent where the file leaves it to the reader
    bool opensWithBookmarks = false;
    bool tagged = false;
    bool hiddenLayers = false;  // there are layers that its reader does not see at first
    bool objectStreams = false;
    std::uint64_t bytes = 0;
    std::string identity;  // the first half of its /ID, in hexadecimal
};

/// Throws PdfError where the file cannot be read at all; `name` is what the fault calls it.
[[nodiscard]] PdfReading readFinished(const std::string& path, const std::string& name, const PdfLimits& limits = {});

}  // namespace engross
