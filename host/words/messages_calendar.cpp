#include "words/message_table.h"

#include <array>

namespace engross {
namespace {

constexpr auto messages = std::to_array<Message>({
    {"calendar.days.one", "{n} day", "{n} diwrnod"},
    {"calendar.days.two", "{n} days", "{n} ddiwrnod"},
    {"calendar.days.other", "{n} days", "{n} diwrnod"},
    {"calendar.weeks.one", "{n} week", "{n} wythnos"},
    {"calendar.weeks.other", "{n} weeks", "{n} wythnos"},
    {"calendar.months.one", "{n} month", "{n} mis"},
    {"calendar.months.two", "{n} months", "{n} fis"},
    {"calendar.months.other", "{n} months", "{n} mis"},
    {"calendar.years.one", "{n} year", "{n} flwyddyn"},
    {"calendar.years.two", "{n} years", "{n} flynedd"},
    {"calendar.years.other", "{n} years", "{n} blynedd"},
    {"calendar.working_days.one", "{n} working day", "{n} diwrnod gwaith"},
    {"calendar.working_days.two", "{n} working days", "{n} ddiwrnod gwaith"},
    {"calendar.working_days.other", "{n} working days", "{n} diwrnod gwaith"},
    {"calendar.beginning_with", "{period} beginning with {day}", "{period} yn dechrau gyda {day}"},
    {"calendar.beginning_day_after", "{period} beginning with the day after {day}",
     "{period} yn dechrau gyda'r diwrnod ar ôl {day}"},
    {"calendar.after", "{period} after {day}", "{period} ar ôl {day}"},
    {"calendar.method_hand", "handed over", "ei roi â llaw"},
    {"calendar.method_left_at_address", "left at the address", "ei adael yn y cyfeiriad"},
    {"calendar.method_affixed", "fixed to the premises", "ei osod ar y fangre"},
    {"calendar.method_first_class_post", "first class post", "post dosbarth cyntaf"},
    {"calendar.method_second_class_post", "second class post", "post ail ddosbarth"},
    {"calendar.method_document_exchange", "document exchange", "cyfnewidfa ddogfennau"},
    {"calendar.method_fax", "fax", "ffacs"},
    {"calendar.method_email", "e-mail", "e-bost"},
    {"calendar.method_held_for_collection", "held for collection at our office", "ei gadw i'w gasglu yn ein swyddfa"},
});

}  // namespace

std::span<const Message> calendarMessages() {
    return messages;
}

}  // namespace engross
