#include "words/message_table.h"

#include <array>

namespace engross {
namespace {

constexpr auto messages = std::to_array<Message>({
    {"work.deadline", "the work took longer than {seconds} seconds, twice; ask for it in smaller parts",
     "cymerodd y gwaith fwy na {seconds} eiliad, ddwywaith; gofynnwch amdano mewn rhannau llai"},
    {"work.type_changed",
     "the document type changed after the request was accepted; look at the request again and send it anew",
     "newidiodd y math o ddogfen ar ôl derbyn y cais; edrychwch ar y cais eto a'i anfon o'r newydd"},
    {"work.unknown_type", "there is no document type '{type}'", "nid oes math o ddogfen '{type}'"},
    {"work.draft_mark", "DRAFT", "DRAFFT"},
});

}  // namespace

std::span<const Message> workMessages() {
    return messages;
}

}  // namespace engross
