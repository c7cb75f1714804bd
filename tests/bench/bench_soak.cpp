// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Random faults, repairs, crashes, scalings, autoscalers and policy switches of the shop in both shapes,
// under load, one after another. Fails unless everything works after the last repair, and when the program
// grows meanwhile, which a few steps do not tell. FAULTLINE_SOAK_STEPS and FAULTLINE_SOAK_SEED change how
// many, and which. FAULTLINE_SOAK_MINUTES orders a time instead, in which as many are done as can be; without
// it fewer steps than ordered are a failure.

#include "benchreport.h"

#include <QCoreApplication>

#include <tests/soak/soak.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto minutesVariable = "FAULTLINE_SOAK_MINUTES";
constexpr int longestMinutes = 60; // bounds what hangs

int setting(const char *name, int preset)
{
    bool isNumber = false;
    const int set = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? set : preset;
}

} // namespace

int main(int count, char **arguments)
{
    QCoreApplication application(count, arguments);
    tests::soak::Soak::Options options;
    options.steps = setting("FAULTLINE_SOAK_STEPS", 10'000);
    options.atMost = std::chrono::minutes(setting(minutesVariable, longestMinutes));
    options.seed = static_cast<quint64>(setting("FAULTLINE_SOAK_SEED", 1));
    tests::soak::Soak soak(options);
    const auto outcome = soak.run();
    if (!outcome) {
        std::fprintf(stderr, "Seed %llu, after %d steps: %s\n", options.seed, soak.stepsDone(),
                     qPrintable(outcome.error().message));
        for (const auto &done : soak.log().last(std::min<qsizetype>(soak.log().size(), 30)))
            std::fprintf(stderr, "  %s\n", qPrintable(done));
        return 1;
    }
    tests::bench::Figure steps(u"soak-steps-survived"_s, u"steps"_s, tests::bench::Better::Higher);
    steps.add(soak.stepsDone());
    steps.add(u"asked for"_s, options.steps);
    steps.print();
    constexpr double megabyte = 1024 * 1024;
    const auto &course = soak.memory();
    tests::bench::Figure memory(u"soak-memory-of-the-last-quarter"_s, u"MB"_s, tests::bench::Better::Lower);
    memory.add(static_cast<double>(course.lastQuarter()) / megabyte);
    memory.add(u"first quarter"_s, static_cast<double>(course.firstQuarter()) / megabyte);
    memory.print();
    const auto complaints = tests::soak::complaintsAbout(
        {options.steps, soak.stepsDone(), qEnvironmentVariableIsSet(minutesVariable), course});
    for (const auto &complaint : complaints)
        std::fprintf(stderr, "Seed %llu: %s\n", options.seed, qPrintable(complaint));
    return complaints.isEmpty() ? 0 : 1;
}
