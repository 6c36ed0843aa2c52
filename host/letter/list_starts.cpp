#include "letter/list_starts.h"

namespace engross {
namespace {

class Starts {
public:
    explicit Starts(Faults& faults) : faults_(faults) {}

    /// Whether a numbered list may stand last in the nodes; `joins` says so of what comes before them.
    bool check(const Nodes& nodes, bool joins) {
        for (const Node& node : nodes) {
            if (const auto* list = std::get_if<ListNode>(&node.content)) {
                joins = checkList(*list, node.where, joins);
            } else if (const auto* section = std::get_if<SectionNode>(&node.content)) {
                joins = check(section->inside, joins);
            } else if (const auto* clause = std::get_if<ClauseNode>(&node.content)) {
                joins = check(clause->inside, joins);
            } else {
                if (const auto* box = std::get_if<BoxNode>(&node.content)) {
                    check(box->inside, false);
                }
                joins = false;
            }
        }
        return joins;
    }

private:
    bool checkList(const ListNode& list, const Place& where, bool joins) {
        if (list.ordered && list.start != 1 && !joins) {
            faults_.add("list-start", where, {{"start", std::to_string(list.start)}});
        }
        for (const Nodes& item : list.items) {
            check(item, false);
        }
        return list.ordered;
    }

    Faults& faults_;
};

}  // namespace

void checkListStarts(const Nodes& nodes, Faults& faults) {
    Starts(faults).check(nodes, false);
}

}  // namespace engross
