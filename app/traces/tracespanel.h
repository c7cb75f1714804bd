// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "followpage.h"
#include "tracesmodel.h"

class QCheckBox;
class QSortFilterProxyModel;
class QStackedWidget;

namespace app::tables {
class QuietTable;
}

namespace app::traces {

class ComparisonModel;
class DetailsModel;
class DurationHistogram;
class FilterBar;

// What was traced: a list with filters, how long requests took, one as a waterfall or beside another one, and
// what is known of each of its spans; and one followed step by step. Asks for what it shows; does not read
// itself. The list keeps up with what happens until a person chooses something. GUI thread.
class TracesPanel : public QWidget
{
    Q_OBJECT
public:
    TracesPanel(const model::system::System &system,
                const std::vector<model::packaging::Packaging> &packagings,
                QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void setFleetVisible(int fleet, bool visible);
    void refresh(); // asks for what may have changed
    // The answers.
    void showTraces(const Glances &traces);
    void showTrace(int fleet,
                   const model::telemetry::TraceId &id,
                   const std::vector<model::telemetry::Span> &spans);
    void showFailure(const QString &why);

    // The latest attempt at a journey, or the next one when there is none; asks for what is known.
    void follow(int fleet, const model::system::JourneyId &journey);
    // One that somebody has pointed at, whatever the filter lets through.
    void choose(int fleet, const model::telemetry::TraceId &trace);
    void leaveStory();
    TracesModel &model() { return *m_model; }
    FollowPage &story() { return *m_story; }

Q_SIGNALS:
    void tracesWanted();
    void traceWanted(int fleet, const model::telemetry::TraceId &id);
    void stepShown(int fleet, const app::traces::TaleStep &step);
    void noStepShown(int fleet); // of the request that is followed now
    void storyLeft();
    void exportWanted(const std::vector<app::traces::ToldShape> &telling);
    // What was noted about a request, where the chosen span was.
    void logsWanted(int fleet,
                    const model::system::CapabilityId &capability,
                    const model::telemetry::TraceId &trace);

private:
    QWidget *buildList();
    QWidget *buildView();
    void connectAll();
    void fill();
    void mark();
    void chooseRow();
    void turnTo(const TraceKey &key);
    void pin(bool pinned);
    void showChosen();
    QString unknownWords() const;
    void compare();
    QString nameOf(const TraceKey &key, const model::telemetry::Trace &trace) const;
    void followAwaited();
    void followKey(const TraceKey &key);
    void askForTwin();
    void askForLogs();
    void showFollowed(int fleet, const model::telemetry::Trace &trace);
    int fleetOf(const TraceKey &key) const; // -1: none of ours
    const model::packaging::Packaging &packaging() const; // in which the chosen one was served
    void ask(const TraceKey &key);

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    TracesModel *m_model;
    QSortFilterProxyModel *m_sorted; // what the list shows
    DetailsModel *m_details;
    ComparisonModel *m_comparison;
    FilterBar *m_filter;
    QCheckBox *m_live;
    QPushButton *m_compare;
    QPushButton *m_followIt;
    QPushButton *m_logs;
    tables::QuietTable *m_list;
    DurationHistogram *m_histogram;
    WaterfallView *m_waterfall;
    tables::QuietTable *m_detailTable;
    tables::QuietTable *m_comparisonTable;
    QLabel *m_heading;
    QStackedWidget *m_views; // waterfall, or comparison
    FollowPage *m_story;
    QStackedWidget *m_pages; // the list, or a story

    Glances m_latest;
    std::optional<TraceKey> m_chosen;
    model::telemetry::Trace m_trace; // the chosen one
    std::optional<TraceKey> m_pinned; // others are compared with it
    model::telemetry::Trace m_pinnedTrace;
    std::optional<TraceKey> m_followed;
    std::optional<TraceKey> m_twin; // the same journey in another shape
    bool m_isStoryDue = false; // asked for, and not told yet
    std::optional<std::pair<int, model::system::JourneyId>> m_awaited; // to be followed when there is one
    bool m_isMarking = false;
    bool m_isSought = false; // the chosen one, by somebody who has just asked for it
    bool m_isListDue = false; // whether it is live or not
};

} // namespace app::traces
