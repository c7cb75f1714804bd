// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is chosen in the panel: one trace, one beside another, or one that is followed.

#include "comparisonmodel.h"
#include "detailsmodel.h"
#include "tracespanel.h"
#include "waterfallview.h"

#include <app/tables/quiettable.h>
#include <app/wording/figures.h>

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace app::traces {

using namespace Qt::StringLiterals;
using model::telemetry::Trace;

namespace {

enum TracePage
{
    Browsing,
    Story
};

} // namespace

int TracesPanel::fleetOf(const TraceKey &key) const
{
    const auto found = std::ranges::find(m_packagings, key.fleet, &model::packaging::Packaging::id);
    return found == m_packagings.end() ? -1 : static_cast<int>(found - m_packagings.begin());
}

const model::packaging::Packaging &TracesPanel::packaging() const
{
    const int fleet = m_chosen.has_value() ? fleetOf(*m_chosen) : 0;
    return m_packagings[static_cast<size_t>(std::max(fleet, 0))];
}

void TracesPanel::ask(const TraceKey &key)
{
    if (const int fleet = fleetOf(key); fleet >= 0)
        Q_EMIT traceWanted(fleet, key.trace);
}

void TracesPanel::turnTo(const TraceKey &key)
{
    m_isSought = false;
    m_chosen = key;
    ask(key);
}

void TracesPanel::choose(int fleet, const model::telemetry::TraceId &trace)
{
    leaveStory();
    const QSignalBlocker quiet(m_live);
    m_live->setChecked(false); // it stays where it is
    m_trace = {};
    turnTo({m_packagings[static_cast<size_t>(fleet)].id, trace});
    m_isSought = true;
    showChosen();
    m_isListDue = true;
    Q_EMIT tracesWanted();
}

void TracesPanel::showTrace(int fleet,
                            const model::telemetry::TraceId &id,
                            const std::vector<model::telemetry::Span> &spans)
{
    const TraceKey key{m_packagings[static_cast<size_t>(fleet)].id, id};
    const Trace trace(spans);
    if ((m_followed == key && m_isStoryDue) || m_twin == key)
        showFollowed(fleet, trace);
    if (m_chosen != key)
        return;
    const bool isAnother = m_trace.isEmpty() || trace.isEmpty() || m_trace.node(0).span.trace != id;
    m_trace = trace;
    showChosen();
    if (isAnother && !trace.isEmpty())
        m_waterfall->point(0);
}

void TracesPanel::showFailure(const QString &why)
{
    m_heading->setText(why);
}

void TracesPanel::pin(bool pinned)
{
    m_pinned = pinned ? m_chosen : std::nullopt;
    m_pinnedTrace = pinned ? m_trace : Trace();
    showChosen();
}

QString TracesPanel::unknownWords() const
{
    return m_isSought ? tr("Nothing is known of this request yet, or no longer")
                      : tr("This request is forgotten already: choose another one");
}

void TracesPanel::showChosen()
{
    m_followIt->setEnabled(!m_trace.isEmpty());
    m_logs->setEnabled(!m_trace.isEmpty());
    m_compare->setEnabled(!m_trace.isEmpty() || m_pinned.has_value());
    m_waterfall->show(m_trace, m_system, packaging());
    m_details->show(m_trace, m_waterfall->currentIndex().row(), m_system, packaging());
    const bool compares = m_pinned.has_value() && m_pinned != m_chosen;
    m_views->setCurrentWidget(compares ? static_cast<QWidget *>(m_comparisonTable) : m_waterfall);
    m_compare->setText(m_pinned.has_value() ? tr("Stop comparing") : tr("Compare"));
    if (m_trace.isEmpty()) {
        m_heading->setText(m_chosen.has_value() ? unknownWords() : tr("Choose a request"));
        return;
    }
    const QString mine
        = u"%1, %2"_s.arg(titleOf(m_trace, m_system), wording::milliseconds(m_trace.duration()));
    if (m_pinned.has_value() && !compares)
        return m_heading->setText(tr("%1: now choose another one to compare with it").arg(mine));
    if (!compares)
        return m_heading->setText(tr("%1. Thick: what the answer waited for").arg(mine));
    compare();
}

void TracesPanel::compare()
{
    const NamedTrace one{nameOf(*m_pinned, m_pinnedTrace), m_pinnedTrace};
    const NamedTrace other{nameOf(*m_chosen, m_trace), m_trace};
    m_comparison->show(one, other, m_system);
    m_heading->setText(tr("%1 (%2) beside %3 (%4)")
                           .arg(one.name, wording::milliseconds(one.trace.duration()), other.name,
                                wording::milliseconds(other.trace.duration())));
}

// What tells the two apart: their shapes, and what they were for, when it is not the same; of one shape: when
// they began, and what they were for.
QString TracesPanel::nameOf(const TraceKey &key, const Trace &trace) const
{
    const auto fleet = static_cast<size_t>(fleetOf(key));
    const QString purpose = titleOf(trace, m_system);
    if (m_pinned->fleet != m_chosen->fleet) {
        const bool areSame = titleOf(m_pinnedTrace, m_system) == titleOf(m_trace, m_system);
        return areSame ? m_packagings[fleet].title : u"%1: %2"_s.arg(m_packagings[fleet].title, purpose);
    }
    const auto began = trace.begin().time_since_epoch() + wording::wallClock();
    const auto time = QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(began).count());
    return u"%1 %2"_s.arg(QLocale().toString(time.time(), u"HH:mm:ss"_s), purpose);
}

void TracesPanel::follow(int fleet, const model::system::JourneyId &journey)
{
    m_awaited = {fleet, journey};
    Q_EMIT tracesWanted(); // what is known may be old
}

void TracesPanel::followAwaited()
{
    const auto &[fleet, journey] = *m_awaited;
    for (const auto &trace : m_latest) {
        if (trace->fleet == m_packagings[static_cast<size_t>(fleet)].id && trace->glance.journey == journey)
            return followKey({trace->fleet, trace->glance.trace});
    }
    m_heading->setText(tr("No such request has been traced yet: the next one will be followed"));
}

void TracesPanel::followKey(const TraceKey &key)
{
    m_awaited.reset();
    m_followed = key;
    m_twin.reset();
    m_isStoryDue = true;
    m_pages->setCurrentIndex(Story);
    ask(key);
    askForTwin();
}

// Of a customer's own span: at his door.
void TracesPanel::askForLogs()
{
    if (!m_chosen.has_value() || m_trace.isEmpty())
        return;
    const int at = std::max(0, m_waterfall->currentIndex().row());
    const auto &endpoint = m_trace.node(at).span.endpoint;
    const bool isJourney = m_trace.node(at).span.kind == model::telemetry::SpanKind::Journey;
    Q_EMIT logsWanted(fleetOf(*m_chosen), isJourney ? m_system.entry : endpoint.capability, m_chosen->trace);
}

// The newest of the same journey that ended the same way, in another shape; else the newest.
void TracesPanel::askForTwin()
{
    const auto mine = std::ranges::find_if(m_latest, [this](const auto &trace) {
        return TraceKey{trace->fleet, trace->glance.trace} == *m_followed;
    });
    if (mine == m_latest.end() || (*mine)->glance.journey.isEmpty())
        return;
    for (const bool anyStatus : {false, true}) {
        const auto twin = std::ranges::find_if(m_latest, [&](const auto &trace) {
            return trace->fleet != (*mine)->fleet && trace->glance.journey == (*mine)->glance.journey
                && (anyStatus || trace->glance.status == (*mine)->glance.status);
        });
        if (twin == m_latest.end())
            continue;
        m_twin = {(*twin)->fleet, (*twin)->glance.trace};
        return ask(*m_twin);
    }
}

void TracesPanel::showFollowed(int fleet, const Trace &trace)
{
    const bool isTwin = m_followed->fleet != m_packagings[static_cast<size_t>(fleet)].id;
    if (isTwin) {
        if (m_story->fleet() != fleet)
            m_story->compareWith(fleet, trace);
        return;
    }
    m_isStoryDue = false;
    if (trace.isEmpty()) {
        leaveStory();
        return m_heading->setText(tr("This request is forgotten already: choose another one"));
    }
    m_story->follow(fleet, trace);
    for (int other = 0; other < static_cast<int>(m_packagings.size()); ++other) {
        if (other != fleet && !m_twin.has_value())
            m_story->compareWith(other, {});
    }
    if (m_twin.has_value())
        ask(*m_twin);
}

void TracesPanel::leaveStory()
{
    if (m_pages->currentIndex() != Story)
        return;
    m_story->stop();
    m_followed.reset();
    m_twin.reset();
    m_pages->setCurrentIndex(Browsing);
    if (isVisible())
        m_list->setFocus();
    Q_EMIT storyLeft();
}

} // namespace app::traces
