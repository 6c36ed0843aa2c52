#include "pdf/page_tree.h"

#include <algorithm>

namespace engross {
namespace {

constexpr std::size_t mostKids = 64;

struct Branch {
    ObjectNumber object = 0;
    std::string body;
    std::size_t pages = 0;
};

std::string nodeBody(const std::vector<Branch>& kids, std::size_t begin, std::size_t end, std::size_t& pages) {
    std::string body = "/Type/Pages/Kids[";
    pages = 0;
    for (std::size_t kid = begin; kid < end; ++kid) {
        body += reference(kids[kid].object) + ' ';
        pages += kids[kid].pages;
    }
    return body + "]/Count " + std::to_string(pages);
}

}  // namespace

ObjectNumber writePageTree(std::vector<PendingPage> pages, ObjectFile& file) {
    std::vector<Branch> level;
    for (PendingPage& page : pages) {
        level.push_back({page.object, std::move(page.body), 1});
    }
    while (level.size() > 1 || level.empty() || level.front().body.compare(0, 11, "/Type/Pages") != 0) {
        std::vector<Branch> above;
        for (std::size_t begin = 0; begin < std::max<std::size_t>(level.size(), 1); begin += mostKids) {
            const std::size_t end = std::min(begin + mostKids, level.size());
            Branch node;
            node.object = file.reserve();
            node.body = nodeBody(level, begin, end, node.pages);
            for (std::size_t kid = begin; kid < end; ++kid) {
                file.set(level[kid].object, std::move(level[kid].body) + "/Parent " + reference(node.object));
            }
            above.push_back(std::move(node));
        }
        level = std::move(above);
    }
    file.set(level.front().object, std::move(level.front().body));
    return level.front().object;
}

}  // namespace engross
