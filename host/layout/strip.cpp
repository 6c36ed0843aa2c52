#include "layout/strip.h"

#include <algorithm>
#include <utility>

namespace engross {

Points Strip::firstBaseline(Points otherwise) const {
    for (const Mark& mark : marks) {
        if (const auto* text = std::get_if<TextMark>(&mark)) {
            return text->baseline;
        }
    }
    return otherwise;
}

Strip& Flow::add(Points height, Points before, Keep keep, FlowIndex box) {
    Strip strip;
    strip.height = height;
    strip.before = closedUp_ ? 0 : std::max(before, after_) + extra_;
    strip.keep = std::max(keep, keepNext_);
    strip.newPage = newPage_;
    strip.box = box;
    strips.push_back(std::move(strip));
    after_ = 0;
    extra_ = 0;
    closedUp_ = false;
    newPage_ = false;
    keepNext_ = Keep::Free;
    return strips.back();
}

void Flow::spaceAfter(Points space) {
    after_ = space;
}

void Flow::extraSpace(Points space) {
    extra_ += space;
}

void Flow::closeUp() {
    closedUp_ = true;
}

void Flow::keepNext(Keep keep) {
    keepNext_ = std::max(keepNext_, keep);
}

Points Flow::keptHeight() const {
    Points height = 0;
    Keep keep = keepNext_;
    for (std::size_t i = strips.size(); i > 0 && keep >= Keep::WithNext && !newPage_; --i) {
        const Strip& strip = strips[i - 1];
        height += strip.height + (i == strips.size() ? after_ + extra_ : strips[i].before);
        keep = strip.newPage ? Keep::Free : strip.keep;
    }
    return height;
}

void Flow::newPage() {
    newPage_ = true;
}

}  // namespace engross
