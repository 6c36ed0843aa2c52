// Writes the evidence of the samples into a folder: invented, drawn by program, the same bytes each time.
// Usage: engross_samples OUTPUT_FOLDER [SOURCE_FOLDER]; the source folder is the one that it was built from.
#include "photographs.h"
#include "picture_files.h"
#include "plan.h"
#include "scan.h"
#include "served.h"
#include "typeset.h"

#include <cstdio>
#include <exception>
#include <filesystem>

namespace {

using namespace engross;
using namespace engross::samples;

class Evidence {
public:
    Evidence(std::string source, std::string output) : source_(std::move(source)), output_(std::move(output)) {
        std::filesystem::create_directories(output_);
    }

    void photographs() {
        const auto file = [&](const std::string& name, const Raster& raster, const Exif& exif) {
            writeFile(output_ + "/" + name, jpegWithExif(raster, exif, 86));
        };
        file("d1-photograph-rear-bedroom.jpg", dampWall(), {.takenAt = "2026:11:12 10:14:22"});
        file("d2-photograph-stairs.jpg", brokenNosing().turnedAnticlockwise(),
             {.takenAt = "2026:11:12 11:12:05", .orientation = 6});
        file("d3-photograph-window.jpg", wetWindow(),
             {.takenAt = "2026:11:12 10:17:40", .place = std::make_pair(50.0, -10.5)});
        file("d4-photograph-boiler.jpg", boilerPlate(boilerLabel(press_, scratch())),
             {.takenAt = "2026:11:12 11:06:12"});
        writeFile(output_ + "/d5-plan.png", png(floorPlan(press_, scratch())));
    }

    void papers() {
        for (const auto* name :
             {"a1-application", "a2-appellants-case", "a3-directions", "b1-statement-of-case", "c3-proof-of-service",
              "e1-tenancy-agreement", "e2-register-extract", "e3-email-tenant", "e4-email-landlord",
              "g1-enforcement-policy", "h1-chronology", "h2-list-of-issues"}) {
            pdf(name, press_.pdf(paper(markdown(name), name)));
        }
        pdf("d6-readings", storedSideways(press_.pdf(sidewaysPaper(markdown("d6-readings"), "d6-readings.md"))));
        pdf("e5-survey-locked", locked(press_.pdf(paper(markdown("e5-survey"), "e5-survey.md")), "sample"));
    }

    void scan() {
        std::vector<Raster> pages;
        for (const auto* name : {"d7-inspection-report", "d7-scoring-worksheet"}) {
            for (auto& page : press_.pixels(press_.pdf(paper(markdown(name), name)), scratch(), 150)) {
                pages.push_back(std::move(page));
            }
        }
        std::uint32_t seed = 81;
        double degrees = 0.7;
        for (auto& page : pages) {
            page = scanned(page, degrees, seed++);
            degrees = -0.6 * degrees;
        }
        pdf("d7-inspection-report", pictureOnlyPdf(pages, 150));
    }

    void servedDocuments() {
        const auto catalogue = Catalogue::load(
            {.plugins = source_ + "/plugins", .scripts = source_ + "/scripts", .templates = source_ + "/templates"},
            {});
        const auto copy = [&](const std::string& name, const std::string& type, const CopyMark& mark) {
            pdf(name,
                press_.pdf(signedCopy(*catalogue, contents(source_ + "/samples/requests/" + type + ".json"), mark)));
        };
        copy("c2-improvement-notice-served", "improvement_notice",
             {.words = "SAMPLE – served copy",
              .signedBy = "S. Signatory",
              .date = "25 November 2026",
              .fields = {{"marked_as", "service_copy"}}});
        copy("c1-notice-of-entry", "missed_appointment",
             {.words = "SAMPLE – served copy", .signedBy = "D. Officer", .date = "9 November 2026", .fields = {}});
        copy("f1-witness-statement-signed", "witness_statement",
             {.words = "SAMPLE – signed copy",
              .signedBy = "D. Officer",
              .date = "9 February 2027",
              .fields = {{"signed_on", "2027-02-09"}}});
    }

private:
    [[nodiscard]] std::string scratch() const {
        return output_ + "/scratch.pdf";
    }
    [[nodiscard]] std::string markdown(const std::string& name) const {
        return contents(source_ + "/samples/papers/" + name + ".md");
    }
    void pdf(const std::string& name, const std::string& bytes) const {
        writeFile(output_ + "/" + name + ".pdf", bytes);
    }

    std::string source_;
    std::string output_;
    Press press_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2 || argc > 3) {
        std::fputs("usage: engross_samples OUTPUT_FOLDER [SOURCE_FOLDER]\n", stderr);
        return 2;
    }
    try {
        Evidence evidence(argc == 3 ? argv[2] : ENGROSS_SOURCE_DIR, argv[1]);
        evidence.photographs();
        evidence.papers();
        evidence.scan();
        evidence.servedDocuments();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "engross_samples: %s\n", error.what());
        return 3;
    }
    return 0;
}
