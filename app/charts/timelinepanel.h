// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timelinedeeds.h"
#include "timelinehistory.h"

#include <QHash>
#include <QWidget>

#include <array>
#include <functional>
#include <map>
#include <utility>

class QAction;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QImage;
class QLabel;
class QPainter;
class QPushButton;
class QSlider;

namespace app::charts {

// Both fleets over the last two minutes, in three charts, each of whatever figure a person chooses; a point
// every second; crashes and the like are marked. One can go back to a moment by the slider, or by pointing at
// a chart. GUI thread.
class TimelinePanel : public QWidget
{
    Q_OBJECT
public:
    using Seconds = TimelineChart::Seconds;

    TimelinePanel(const model::system::System &system,
                  const std::vector<model::packaging::Packaging> &packagings,
                  QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void setFleetVisible(int fleet, bool visible);
    void show(const services::platform::Snapshot &snapshot);
    const TimelineHistory &history() const { return m_history; }
    void backToNow();

Q_SIGNALS:
    // Everything else shall show that moment; nothing: now.
    void momentChosen(const std::optional<model::telemetry::Instant> &moment);
    // A file of that ending; the content may be made in any thread.
    void exportWanted(const QString &ending, const std::function<QByteArray()> &content);

private:
    struct Slot
    {
        QComboBox *figure = nullptr;
        TimelineChart *chart = nullptr;
    };
    Slot buildSlot(Figure figure);
    void buildFoot(QHBoxLayout &row);
    void buildExport();
    QWidget *legend();
    Figure figureOf(const Slot &slot) const;
    std::vector<TimelineChart::Line> linesOf(Figure figure) const;
    void fill(const Slot &slot); // anew, with what is remembered
    void addPoint(const Slot &slot, const TimelineHistory::Point &point);
    void mark(const Slot &slot, const TimelineDeed &deed);
    void markEvents(const services::platform::Snapshot &snapshot);
    bool isMoreOfTheSame(size_t fleet, const services::platform::PlatformEvent &event);
    void goTo(Seconds moment);
    void showMoment();
    void hideFleets(TimelineChart &chart) const;
    QImage picture(); // the charts alone, for a file
    void paintLegend(QPainter &painter) const;
    void paintTimes(QPainter &painter, const QRectF &area) const;
    QByteArray drawing() const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings; // by fleet
    QStringList m_fleets; // titles
    std::vector<bool> m_visible; // fleets
    style::Theme m_theme = style::Theme::light();
    TimelineHistory m_history;
    std::deque<TimelineDeed> m_deeds; // those which can be seen
    using LastOfCalls = QHash<model::telemetry::LinkId, model::telemetry::Instant>;
    std::map<std::pair<size_t, model::telemetry::DecisionKind>, LastOfCalls> m_goesOn; // when told last
    std::array<Slot, 3> m_slots;
    QCheckBox *m_naive;
    QSlider *m_back;
    QLabel *m_ago;
    QPushButton *m_now;
    QPushButton *m_export;
    std::vector<QLabel *> m_legend;
    std::optional<model::telemetry::Instant> m_begin;
    model::telemetry::Instant m_lastPoint{};
    std::optional<Seconds> m_moment; // that is looked at
};

} // namespace app::charts
