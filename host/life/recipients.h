#pragma once
#include "calendar/calendar.h"
#include "calendar/service.h"
#include "model/diagnostic.h"
#include "model/request.h"
#include "script/catalogue.h"
#include "store/life_records.h"
#include "words/messages.h"

#include <string>
#include <vector>

namespace engross {

/// Those on whom the document of a request is to be served, as its `recipients` say, or its one `recipient`. Empty for
/// a type that has neither. Names and addresses as they were given; capacities as they are printed.
[[nodiscard]] std::vector<DocumentRecipient> recipientsOf(const Request& request, const TypeSummary& type);

/// GEN-10: nothing is posted to, left at or fixed to an address that is marked unsafe. All faults at once, each with
/// what may be done instead.
[[nodiscard]] std::vector<Diagnostic> unsafeRecipients(const Request& request, const TypeSummary& type,
                                                       Language reader);
/// Whether a copy that goes by this method reaches the address rather than the person.
[[nodiscard]] bool goesToTheAddress(std::string_view method);

/// The recipients, other than the one whose copy it is (from 1), whose address stands in the text of that copy. The
/// address of the premises and the recipient's own may stand there.
[[nodiscard]] std::vector<std::size_t> othersShown(const std::string& copyText, std::size_t recipient,
                                                   const std::vector<DocumentRecipient>& recipients,
                                                   const Request& request);

/// The request as if what is known of the service on one recipient (from 1) had been planned: its method and the day.
[[nodiscard]] Request withService(Request request, std::size_t recipient, const std::string& method,
                                  const std::string& day);

/// "recipients/2/address" of the fields, or of the case where the fields do not have it.
[[nodiscard]] std::string recipientPointer(const Request& request, std::size_t recipient, std::string_view member);

}  // namespace engross
