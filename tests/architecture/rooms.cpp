#include "architecture/rooms.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace engross::architecture {
namespace {

namespace fs = std::filesystem;

struct Include {
    std::size_t line = 0;
    bool quoted = false;
    std::string header;
};

struct Source {
    std::string room;
    std::string path;    // "host/letter/template.cpp"
    std::string header;  // "letter/template.h" for a header, empty for a source
    std::vector<Include> includes;
};

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> result;
    for (std::string word; stream >> word;) {
        result.push_back(word);
    }
    return result;
}

/// A pattern with at most one star, which stands for anything.
bool matches(std::string_view pattern, std::string_view text) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) {
        return pattern == text;
    }
    const std::string_view head = pattern.substr(0, star);
    const std::string_view tail = pattern.substr(star + 1);
    return text.size() >= head.size() + tail.size() && text.starts_with(head) && text.ends_with(tail);
}

/// Headers of the language have no dot and no folder; these are the system's.
bool isSystemHeader(const std::string& header) {
    static constexpr auto system = std::to_array<std::string_view>(
        {"sys/*",   "netinet/*", "arpa/*",  "linux/*",  "unistd.h", "fcntl.h",   "signal.h",
         "spawn.h", "poll.h",    "stdio.h", "stdlib.h", "string.h", "strings.h", "time.h",
         "errno.h", "dirent.h",  "dlfcn.h", "pwd.h",    "grp.h",    "termios.h", "pthread.h",
         "sched.h", "netdb.h",   "ftw.h",   "glob.h",   "limits.h", "locale.h",  "malloc.h"});
    return header.find_first_of("./") == std::string::npos ||
           std::ranges::any_of(system, [&header](std::string_view pattern) { return matches(pattern, header); });
}

std::vector<Include> includesOf(const fs::path& file) {
    std::ifstream stream(file);
    std::vector<Include> result;
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        std::size_t at = line.find_first_not_of(" \t");
        if (at == std::string::npos || line[at] != '#') {
            continue;
        }
        at = line.find_first_not_of(" \t", at + 1);
        if (at == std::string::npos || line.compare(at, 7, "include") != 0) {
            continue;
        }
        const std::size_t open = line.find_first_of("\"<", at + 7);
        const std::size_t close = open == std::string::npos ? open : line.find_first_of("\">", open + 1);
        if (close != std::string::npos) {
            result.push_back(
                {.line = number, .quoted = line[open] == '"', .header = line.substr(open + 1, close - open - 1)});
        }
    }
    return result;
}

std::vector<Source> sourcesOf(const fs::path& root) {
    std::vector<Source> sources;
    for (const auto& entry : fs::recursive_directory_iterator(root / "host")) {
        const std::string extension = entry.path().extension().string();
        if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp")) {
            continue;
        }
        const fs::path inHost = entry.path().lexically_relative(root / "host");
        if (inHost.begin() == --inHost.end()) {
            continue;
        }
        sources.push_back({.room = inHost.begin()->string(),
                           .path = "host/" + inHost.generic_string(),
                           .header = extension == ".h" ? inHost.generic_string() : "",
                           .includes = includesOf(entry.path())});
    }
    std::ranges::sort(sources, {}, &Source::path);
    return sources;
}

std::string roomOf(const std::string& header) {
    return header.substr(0, header.find('/'));
}

/// Headers that a room's files see, through any number of others, without its own.
std::set<std::string> foreignHeadersSeenBy(const std::string& room, const std::vector<Source>& sources) {
    std::map<std::string, const Source*> byHeader;
    std::vector<const Source*> open;
    for (const Source& source : sources) {
        if (!source.header.empty()) {
            byHeader.emplace(source.header, &source);
        }
        if (source.room == room) {
            open.push_back(&source);
        }
    }
    std::set<std::string> seen;
    while (!open.empty()) {
        const Source* source = open.back();
        open.pop_back();
        for (const Include& include : source->includes) {
            const auto found = byHeader.find(include.header);
            if (found != byHeader.end() && found->second->room != room && seen.insert(include.header).second) {
                open.push_back(found->second);
            }
        }
    }
    return seen;
}

/// For each header, the other rooms that see it.
std::map<std::string, std::set<std::string>> seenFromOutside(const std::vector<Source>& sources) {
    std::set<std::string> rooms;
    for (const Source& source : sources) {
        rooms.insert(source.room);
    }
    std::map<std::string, std::set<std::string>> result;
    for (const std::string& room : rooms) {
        for (const std::string& header : foreignHeadersSeenBy(room, sources)) {
            result[header].insert(room);
        }
    }
    return result;
}

std::string joined(const std::set<std::string>& names) {
    std::string result;
    for (const std::string& name : names) {
        result += result.empty() ? "" : ", ";
        result += name;
    }
    return result;
}

void checkQuoted(const House& house, const Source& source, const Include& include, std::vector<Breach>& breaches) {
    if (!house.allows(source.room, include.header)) {
        breaches.push_back(
            {.file = source.path, .line = include.line, .what = source.room + " may not include " + include.header});
    }
}

void checkLibrary(const House& house, const Source& source, const Include& include, const std::set<std::string>& seers,
                  std::vector<Breach>& breaches) {
    const auto add = [&](const std::string& what) {
        breaches.push_back({.file = source.path, .line = include.line, .what = what});
    };
    const Library* library = nullptr;
    try {
        library = house.ownerOf(include.header);
    } catch (const std::out_of_range&) {
        add("<" + include.header + "> belongs to no library of the table");
    }
    if (library == nullptr) {
        return;
    }
    if (std::ranges::find(library->rooms, source.room) == library->rooms.end()) {
        add(source.room + " may not use " + library->name + " (<" + include.header + ">)");
    }
    if (!seers.empty()) {
        add("<" + include.header + "> of " + library->name + " leaks to " + joined(seers) + " through this header");
    }
}

void checkFolders(const fs::path& root, const House& house, std::vector<Breach>& breaches) {
    for (const auto& entry : fs::directory_iterator(root / "host")) {
        const std::string name = entry.path().filename().string();
        if (entry.is_directory() && name != "cmake" && !house.rooms.contains(name)) {
            breaches.push_back({.file = "host/" + name, .line = 0, .what = "is no room of the table"});
        }
    }
}

}  // namespace

std::string listed(const std::vector<Breach>& breaches) {
    std::ostringstream text;
    for (const Breach& breach : breaches) {
        text << breach.file;
        if (breach.line > 0) {
            text << ':' << breach.line;
        }
        text << ": " << breach.what << '\n';
    }
    return text.str();
}

House House::read(const fs::path& file) {
    std::ifstream stream(file);
    if (!stream) {
        throw std::runtime_error("no table of rooms at " + file.string());
    }
    House house;
    for (std::string line; std::getline(stream, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::size_t colon = line.find(':');
        const std::vector<std::string> head = words(line.substr(0, colon));
        if (colon == std::string::npos || head.size() != 2 || (head[0] != "room" && head[0] != "library")) {
            throw std::runtime_error("a line of the table that is neither a room nor a library: " + line);
        }
        if (head[0] == "room") {
            house.order.push_back(head[1]);
            house.rooms[head[1]] = words(line.substr(colon + 1));
            continue;
        }
        const std::size_t bar = line.find('|', colon);
        if (bar == std::string::npos) {
            throw std::runtime_error("a library without headers: " + line);
        }
        house.libraries.push_back({.name = head[1],
                                   .rooms = words(line.substr(colon + 1, bar - colon - 1)),
                                   .headers = words(line.substr(bar + 1))});
    }
    return house;
}

bool House::allows(const std::string& room, const std::string& header) const {
    const auto found = rooms.find(room);
    if (found == rooms.end()) {
        return false;
    }
    const std::string target = roomOf(header);
    return target == room || std::ranges::any_of(found->second, [&](const std::string& permission) {
               return permission == target || permission == header;
           });
}

const Library* House::ownerOf(const std::string& header) const {
    for (const Library& library : libraries) {
        if (std::ranges::any_of(library.headers, [&](const std::string& each) { return matches(each, header); })) {
            return &library;
        }
    }
    if (!isSystemHeader(header)) {
        throw std::out_of_range(header);
    }
    return nullptr;
}

std::vector<Breach> orderBreaches(const House& house) {
    std::vector<Breach> breaches;
    std::set<std::string> above;
    for (const std::string& room : house.order) {
        for (const std::string& permission : house.rooms.at(room)) {
            if (!above.contains(roomOf(permission))) {
                std::string what = room;
                what.append(" may include ").append(permission).append(", which is below it");
                breaches.push_back({.file = "host/rooms.txt", .line = 0, .what = std::move(what)});
            }
        }
        above.insert(room);
    }
    return breaches;
}

std::vector<Breach> includeBreaches(const fs::path& root, const House& house) {
    std::vector<Breach> breaches;
    checkFolders(root, house, breaches);
    const std::vector<Source> sources = sourcesOf(root);
    const auto outside = seenFromOutside(sources);
    for (const Source& source : sources) {
        const auto found = outside.find(source.header);
        const std::set<std::string> seers = found == outside.end() ? std::set<std::string>() : found->second;
        for (const Include& include : source.includes) {
            if (include.quoted) {
                checkQuoted(house, source, include, breaches);
            } else {
                checkLibrary(house, source, include, seers, breaches);
            }
        }
    }
    return breaches;
}

}  // namespace engross::architecture
