// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "synonyms.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace app::shell {

using namespace Qt::StringLiterals;

namespace {

// By what the ids of acts begin with. Translated as what people would say, not word for word.
const std::array otherWords{
    std::pair{"more/"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "double scale up out add copy replica")},
    std::pair{"fewer/"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "halve scale down in remove shrink")},
    std::pair{"autoscaler/"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "automatically elastic")},
    std::pair{"restart/"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "start heal repair reboot revive")},
    std::pair{"request/"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "call ask try test query")},
    std::pair{"follow/"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "explain story tell show trace steps")},
    std::pair{"shape.both"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "compare difference beside versus")},
    std::pair{"tab.capacity"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "limit bottleneck maximum load")},
    std::pair{"tab.traces"_L1,
              QT_TRANSLATE_NOOP("app::shell::Synonyms", "compare requests slow latency why")},
    std::pair{"tab.requests"_L1,
              QT_TRANSLATE_NOOP("app::shell::Synonyms", "compare answers api console curl")},
    std::pair{"theme.dark"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "night black")},
    std::pair{"theme.light"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "day bright white")},
    std::pair{"theme.high-contrast"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "accessible readable")},
    std::pair{"motion"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "animation still calm")},
    std::pair{"presentation"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "full screen projector room")},
    std::pair{"picture.tidy"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "arrange layout order clean")},
    std::pair{"picture.nearer"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "zoom in bigger larger")},
    std::pair{"picture.away"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "zoom out smaller")},
    std::pair{"edit.undo"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "back revert mistake")},
    std::pair{"edit.redo"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "again repeat forward")},
    std::pair{"faults.undo"_L1,
              QT_TRANSLATE_NOOP("app::shell::Synonyms", "heal repair lift revert normal reset")},
    std::pair{"undo/"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "heal repair lift revert")},
    std::pair{"break.first"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "weak points risk single")},
    std::pair{"break"_L1,
              QT_TRANSLATE_NOOP("app::shell::Synonyms", "kill crash stop fail chaos destroy outage")},
    std::pair{"fault/"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "break fault damage")},
    std::pair{"shoppers.more"_L1,
              QT_TRANSLATE_NOOP("app::shell::Synonyms", "load traffic users customers rush")},
    std::pair{"shoppers.fewer"_L1,
              QT_TRANSLATE_NOOP("app::shell::Synonyms", "load traffic users customers calm")},
    std::pair{"policies"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "timeout retry breaker protection")},
    std::pair{"help.keys"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "shortcuts help manual")},
    std::pair{"help.about"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "version info help")},
    std::pair{"file.open"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "load import file architecture")},
    std::pair{"quit"_L1, QT_TRANSLATE_NOOP("app::shell::Synonyms", "exit close end leave")},
};

} // namespace

QString synonymsOf(const QString &actId)
{
    const auto found
        = std::ranges::find_if(otherWords, [&](const auto &each) { return actId.startsWith(each.first); });
    return found == otherWords.end() ? QString()
                                     : QCoreApplication::translate("app::shell::Synonyms", found->second);
}

} // namespace app::shell
