// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the panel shows of now, or of the moment that a person looks back at.

#include "journeyspanel.h"

#include <app/tables/quiettable.h>
#include <app/wording/figures.h>

#include <QLabel>

#include <algorithm>

namespace app::journeys {

void JourneysPanel::measure(const services::platform::Snapshot &snapshot)
{
    for (size_t fleet = 0; fleet < std::min(snapshot.fleets.size(), m_packagings.size()); ++fleet)
        m_comparisons[fleet].measure(snapshot.fleets[fleet], snapshot.at);
    if (m_moment.has_value())
        describeMoment(snapshot.at - *m_moment);
}

void JourneysPanel::show(const services::platform::Snapshot &snapshot)
{
    m_moment.reset();
    describeMoment({});
    showLosses(snapshot);
}

void JourneysPanel::showMoment(const services::platform::Snapshot &then, std::chrono::nanoseconds ago)
{
    m_moment = then.at;
    describeMoment(ago);
    showLosses(then);
}

void JourneysPanel::showLosses(const services::platform::Snapshot &snapshot)
{
    m_model->show(snapshot);
    std::vector<LossCard::Loss> losses;
    for (size_t fleet = 0; fleet < std::min(snapshot.fleets.size(), m_packagings.size()); ++fleet) {
        losses.push_back(lossOf(fleet, snapshot.fleets[fleet]));
        const auto &loss = losses.back();
        // The prediction is of now; of what goes on by itself it is told where it comes otherwise.
        const bool isForeseen
            = !loss.isPast && (loss.isBroken || loss.isDown || !loss.disagreements.isEmpty());
        if (isForeseen)
            m_model->setExpected(static_cast<int>(fleet), m_comparisons[fleet].expectations());
        else
            m_model->setExpected(static_cast<int>(fleet), {});
    }
    m_loss->show(losses);
}

void JourneysPanel::describeMoment(std::chrono::nanoseconds ago)
{
    const QString words = m_moment.has_value() ? tr("What customers could do %1 ago").arg(wording::ago(ago))
                                               : tr("What customers can do right now");
    if (words == m_heading->text())
        return;
    m_heading->setText(words);
    m_table->setAccessibleName(words);
}

} // namespace app::journeys
