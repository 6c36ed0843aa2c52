#include "words/message_table.h"

#include <array>

namespace engross {
namespace {

constexpr std::array<Message, 0> messages{};

}  // namespace

std::span<const Message> scriptMessages() {
    return messages;
}

}  // namespace engross
