#pragma once
#include "model/error.h"

namespace engross {

/// A PDF could not be read or written. The subject is the name that the caller gave the file: an exhibit's mark or an
/// item's title, never its path. Codes:
///   pdf-not-a-pdf      the bytes are something else
///   pdf-empty          no bytes
///   pdf-encrypted      opens only with a password, and the right one was not given
///   pdf-damaged        no pages could be read
///   pdf-pages-lost     fewer pages can be read than the file says, or than were counted when it was uploaded
///   pdf-too-large      above a limit of bytes, pages or memory
///   pdf-target-unknown a link of a page of ours names a place that the bundle does not have
///   pdf-library        a file that every PDF needs is not installed: the colour profile
///   pdf-picture        a picture's bytes are not what they are said to be
///   pdf-profile        no set of rules has that name
///   pdf-not-written    the disk refused (retryable)
class PdfError : public Error {
    using Error::Error;
};

}  // namespace engross
