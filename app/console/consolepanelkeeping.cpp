// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the console keeps of an answer, and how it compares those of both shapes.

#include "captures.h"
#include "consolepanel.h"
#include "differencemodel.h"
#include "variablesmodel.h"

#include <QLabel>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

// What a success gives, also when something newer was sent meanwhile: it is true anyway.
void ConsolePanel::keep(const Asked &asked, const EndpointAnswer &answer)
{
    const auto *contract = m_system.contract(asked.endpoint);
    if (contract == nullptr || answer.response.status >= 300)
        return;
    const auto kept = capturedFrom(answer.response.body, *contract);
    QStringList names;
    for (auto value = kept.begin(); value != kept.end(); ++value) {
        m_variables->set(value.key(), asked.fleet, value.value());
        names << u"{{%1}}"_s.arg(value.key());
    }
    if (!names.isEmpty() && asked.series == 0)
        m_note->setText(tr("Kept %1").arg(names.join(u", "_s)));
}

void ConsolePanel::compare(const Asked &asked, const EndpointAnswer &answer)
{
    m_answers.insert(asked.fleet, answer);
    if (m_answers.size() < 2)
        return;
    m_differences->show(m_answers.value(0), m_answers.value(1));
    const auto ratio = static_cast<double>(m_answers.value(1).duration.count())
        / static_cast<double>(std::max<qint64>(1, m_answers.value(0).duration.count()));
    const QString times = ratio >= 1 ? tr("%1 took %L2 times as long as %3, this time, measured.")
                                           .arg(m_titles[1])
                                           .arg(ratio, 0, 'f', 1)
                                           .arg(m_titles[0])
                                     : tr("%1 took %L2 times as long as %3, this time, measured.")
                                           .arg(m_titles[0])
                                           .arg(1 / ratio, 0, 'f', 1)
                                           .arg(m_titles[1]);
    const QString what = m_differences->count() == 0
        ? tr("Both answered %1 and say the same.").arg(answer.response.status)
        : tr("They differ in %n field(s): ids and moments are each shape's own.", nullptr,
             m_differences->count());
    m_comparison->setText(what + u' ' + times);
}

} // namespace app::console
