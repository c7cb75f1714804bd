// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Random faults, repairs, crashes, scalings, autoscalers and policy switches of the shop in both shapes,
// under load, one after another. Fails unless everything works after the last repair. FAULTLINE_SOAK_STEPS,
// FAULTLINE_SOAK_MINUTES and FAULTLINE_SOAK_SEED change how many, for how long, and which.

#include "benchreport.h"

#include <QCoreApplication>

#include <tests/soak/soak.h>

using namespace Qt::StringLiterals;

namespace {

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
    options.atMost = std::chrono::minutes(setting("FAULTLINE_SOAK_MINUTES", 20));
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
    tests::bench::Figure memory(u"soak-memory-in-the-end"_s, u"MB"_s, tests::bench::Better::Lower);
    memory.add(static_cast<double>(soak.memoryInTheEnd()) / megabyte);
    memory.add(u"after a tenth of the steps"_s, static_cast<double>(soak.memoryEarly()) / megabyte);
    memory.print();
    return 0;
}
