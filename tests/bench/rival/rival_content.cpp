#include "bench/rival/rival_content.h"

#include "model/json.h"

#include <array>
#include <string_view>
#include <utility>

namespace engross::bench {
namespace {

constexpr std::array<std::string_view, 11> sentences{
    "The council inspected the premises on 12 October 2026 and found water coming through the ceiling of the rear "
    "bedroom, where the plaster was stained, soft and in part detached.",
    "You told the officer that the boiler had not worked for five weeks, and that you had reported it to the landlord "
    "by telephone on three occasions and once in writing.",
    "The electrical installation was last tested in 2014, and the report of that test listed two observations for "
    "which urgent attention was required.",
    "We considered whether a person who occupies the premises is likely to suffer harm within the next twelve months, "
    "as the regulations require.",
    "The staircase to the second floor has no handrail on its open side, and the guarding at the landing is 780 mm "
    "high.",
    "There is no evidence that the work of 2023 was ever completed, although an invoice for \u00A31,240.50 was sent to "
    "the managing agent.",
    "The smoke alarm in the hall did not sound when it was tested, and none was fitted on the upper floor.",
    "An amount of mould covered about four square metres of the outside wall, behind the wardrobe and beneath the "
    "window.",
    "The officer measured a surface temperature of 9 \u00B0C with the heating on, while the air of the room was at "
    "16 \u00B0C.",
    "You may send us further information before we decide, and we will take it into account if it reaches us in time.",
    "In reaching this view we had regard to the guidance that the Secretary of State has issued.",
};

std::string paragraph(std::size_t number) {
    std::string text;
    for (std::size_t sentence = 0; sentence < 3; ++sentence) {
        text += sentence == 0 ? "" : " ";
        text += sentences.at((number * 5 + sentence * 3) % sentences.size());
    }
    return text;
}

Object caseFacts() {
    return {
        {"recipient",
         Object{{"title", "Ms"}, {"name", "A. Example"}, {"address", List{"12 Sample Street", "Anytown", "AB1 2DE"}}}},
        {"officer", Object{{"title", "Mr"},
                           {"name", "D. Officer"},
                           {"post", "Environmental Health Officer"},
                           {"phone", "01632 960043"},
                           {"email", "d.officer@example.gov.uk"}}}};
}

std::string request(std::string_view type, int number, Object fields) {
    fields.set("dated_on", "2026-11-09");
    return writeJson(Object{{"type", type},
                            {"case_ref", "EN/2026/" + std::to_string(10'000 + number)},
                            {"case", caseFacts()},
                            {"fields", std::move(fields)}});
}

}  // namespace

std::string letterRequest(int number) {
    List paragraphs;
    for (std::size_t index = 0; index < 3; ++index) {
        paragraphs.emplace_back(paragraph(index));
    }
    return request("bench_letter", number, {{"paragraphs", std::move(paragraphs)}});
}

std::string reportRequest(std::size_t paragraphs) {
    constexpr std::size_t each = 10;
    List parts;
    for (std::size_t begin = 0; begin < paragraphs; begin += each) {
        List texts;
        for (std::size_t index = begin; index < begin + each && index < paragraphs; ++index) {
            texts.emplace_back(paragraph(index));
        }
        parts.emplace_back(Object{{"heading", "Part " + std::to_string(parts.size() + 1) + " of the inspection"},
                                  {"paragraphs", std::move(texts)}});
    }
    return request("bench_report", 0, {{"parts", std::move(parts)}});
}

}  // namespace engross::bench
