// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinepanel.h"

#include <app/style/label.h>

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>

#include <algorithm>

namespace app::charts {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using style::Role;

namespace {

constexpr auto pointEvery = 1000ms; // a point is some pixels wide
constexpr auto overAfter = 10s; // without a word: what goes on has ended, and may begin anew

Role roleOfFleet(int fleet)
{
    return fleet == 0 ? Role::Monolith : Role::Microservices;
}

} // namespace

TimelinePanel::TimelinePanel(const model::system::System &system,
                             const std::vector<model::packaging::Packaging> &packagings,
                             QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_visible(packagings.size(), true)
    , m_naive(new QCheckBox(tr("Naive latency too")))
    , m_back(new QSlider(Qt::Horizontal))
    , m_ago(style::label({}, "small"))
    , m_now(new QPushButton(tr("Now")))
    , m_export(new QPushButton(tr("Export") + u" ▾"_s))
{
    for (const auto &packaging : packagings)
        m_fleets << packaging.title;
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(14, 6, 14, 4);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(2);
    m_slots = {buildSlot(Figure::Throughput), buildSlot(Figure::P95), buildSlot(Figure::Instances)};
    for (int column = 0; column < static_cast<int>(m_slots.size()); ++column) {
        const auto &slot = m_slots[static_cast<size_t>(column)];
        slot.figure->setAccessibleName(tr("Chart %1 shows").arg(column + 1));
        grid->addWidget(slot.figure, 0, column, Qt::AlignLeft);
        grid->addWidget(slot.chart, 1, column);
        grid->setColumnStretch(column, column == 2 ? 3 : 4);
        fill(slot);
    }
    auto *foot = new QHBoxLayout;
    buildFoot(*foot);
    grid->addLayout(foot, 2, 0, 1, static_cast<int>(m_slots.size()));
    grid->setRowStretch(1, 1);
    setMinimumHeight(148); // below, the figures at the axes have no room
    showMoment();
}

TimelinePanel::Slot TimelinePanel::buildSlot(Figure figure)
{
    Slot slot{new QComboBox, new TimelineChart({}, {})};
    slot.figure->setProperty("extent", u"small"_s);
    for (const auto each : allFigures) {
        slot.figure->addItem(title(each), static_cast<int>(each));
        slot.figure->setItemData(slot.figure->count() - 1, style::tip(meaning(each)), Qt::ToolTipRole);
    }
    slot.figure->setCurrentIndex(static_cast<int>(figure));
    slot.figure->setToolTip(style::tip(tr("%1. Choose another figure here").arg(meaning(figure))));
    connect(slot.figure, &QComboBox::currentIndexChanged, this, [this, slot] { fill(slot); });
    connect(slot.chart, &TimelineChart::pointedAt, this, &TimelinePanel::goTo);
    return slot;
}

void TimelinePanel::buildFoot(QHBoxLayout &row)
{
    m_back->setRange(-static_cast<int>(TimelineChart::span.count()), 0);
    m_back->setPageStep(10);
    m_back->setAccessibleName(tr("Go back in time, in seconds"));
    m_back->setToolTip(style::tip(tr("Go back: the pictures, the table and the charts show that moment")));
    m_now->setAccessibleName(tr("Back to now"));
    m_ago->setWordWrap(false);
    m_ago->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 s ago").arg(120)));
    for (auto *button : {m_now, m_export})
        button->setProperty("extent", u"small"_s);
    m_naive->setToolTip(
        style::tip(tr("Dotted, in charts of latency: what somebody measures who waits for each answer before "
                      "he asks again. "
                      "He misses most of the slow moments, since he asks nothing while he waits.")));
    m_export->setToolTip(style::tip(tr("The last two minutes as a table (CSV) or a picture (PNG, SVG)")));
    row.setSpacing(10);
    row.addWidget(m_back, 1);
    row.addWidget(m_ago);
    row.addWidget(m_now);
    row.addSpacing(12);
    row.addWidget(m_naive);
    row.addWidget(legend());
    row.addWidget(m_export);
    connect(m_back, &QSlider::valueChanged, this, [this](int seconds) {
        if (seconds == 0 || m_history.points().empty())
            backToNow();
        else
            goTo(m_history.points().back().at + Seconds(seconds));
    });
    connect(m_now, &QPushButton::clicked, this, &TimelinePanel::backToNow);
    connect(m_naive, &QCheckBox::toggled, this, [this] {
        for (const auto &slot : m_slots)
            fill(slot);
    });
    buildExport();
}

QWidget *TimelinePanel::legend()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    for (const auto &title : m_fleets) {
        m_legend.push_back(style::label(title, "subtle"));
        m_legend.back()->setWordWrap(false);
        row->addWidget(m_legend.back());
    }
    return box;
}

void TimelinePanel::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    for (const auto &slot : m_slots)
        slot.chart->setTheme(theme);
    for (size_t fleet = 0; fleet < m_legend.size(); ++fleet) {
        m_legend[fleet]->setText(u"<span style='color:%1'>%2</span> %3"_s.arg(
            theme.color(roleOfFleet(static_cast<int>(fleet))).name(), fleet == 0 ? u"━━"_s : u"━ ━"_s,
            m_fleets[static_cast<int>(fleet)].toHtmlEscaped()));
    }
}

Figure TimelinePanel::figureOf(const Slot &slot) const
{
    return static_cast<Figure>(slot.figure->currentData().toInt());
}

std::vector<TimelineChart::Line> TimelinePanel::linesOf(Figure figure) const
{
    std::vector<TimelineChart::Line> lines;
    const auto fleets = static_cast<int>(m_fleets.size());
    for (int fleet = 0; fleet < fleets; ++fleet)
        lines.push_back({m_fleets[fleet], roleOfFleet(fleet), fleet == 0 ? Qt::SolidLine : Qt::DashLine,
                         isCount(figure)});
    for (int fleet = 0; fleet < fleets && m_naive->isChecked() && isLatency(figure); ++fleet)
        lines.push_back({tr("%1, naive").arg(m_fleets[fleet]), roleOfFleet(fleet), Qt::DotLine});
    return lines;
}

void TimelinePanel::fill(const Slot &slot)
{
    const auto figure = figureOf(slot);
    slot.figure->setToolTip(style::tip(tr("%1. Choose another figure here").arg(meaning(figure))));
    slot.chart->setLines(meaning(figure), linesOf(figure));
    hideFleets(*slot.chart);
    for (const auto &point : m_history.points())
        addPoint(slot, point);
    for (const auto &deed : m_deeds)
        mark(slot, deed);
    slot.chart->placeMarks();
}

void TimelinePanel::addPoint(const Slot &slot, const TimelineHistory::Point &point)
{
    slot.chart->append(point.at, TimelineHistory::valuesAt(point, figureOf(slot), m_naive->isChecked()));
}

void TimelinePanel::mark(const Slot &slot, const TimelineDeed &deed)
{
    const bool isFirst = slot.figure == m_slots.front().figure;
    if (const auto event = deed.on(figureOf(slot) == Figure::Instances, isFirst))
        slot.chart->mark(*event);
}

void TimelinePanel::hideFleets(TimelineChart &chart) const
{
    for (int line = 0; line < chart.lines(); ++line)
        chart.setLineVisible(line, m_visible[static_cast<size_t>(line) % m_visible.size()]);
}

void TimelinePanel::setFleetVisible(int fleet, bool visible)
{
    m_visible[static_cast<size_t>(fleet)] = visible;
    for (const auto &slot : m_slots)
        hideFleets(*slot.chart);
    if (static_cast<size_t>(fleet) < m_legend.size())
        m_legend[static_cast<size_t>(fleet)]->setVisible(visible);
}

// What goes on is marked where it begins: it is told of each call once a second.
bool TimelinePanel::isMoreOfTheSame(size_t fleet, const services::platform::PlatformEvent &event)
{
    const auto *told = std::get_if<services::platform::DecisionEvent>(&event.what);
    if (told == nullptr || !goesOn(told->decision.kind))
        return false;
    auto &calls = m_goesOn[{fleet, told->decision.kind}];
    const auto last = calls.constFind(told->decision.link);
    const bool isMore = last != calls.cend() && event.at - *last < overAfter;
    calls.insert(told->decision.link, event.at);
    return isMore;
}

void TimelinePanel::markEvents(const services::platform::Snapshot &snapshot)
{
    for (const auto &event : snapshot.events) {
        const auto about
            = std::ranges::find(snapshot.fleets, event.fleet, &services::platform::FleetSnapshot::fleet);
        if (event.at < *m_begin || about == snapshot.fleets.end())
            continue;
        const auto fleet = static_cast<size_t>(about - snapshot.fleets.begin());
        const auto deed
            = deedOf(event, event.at - *m_begin, {m_system, m_packagings[fleet], static_cast<int>(fleet)});
        if (!deed.has_value() || isMoreOfTheSame(fleet, event))
            continue;
        m_deeds.push_back(*deed);
        for (const auto &slot : m_slots)
            mark(slot, *deed);
    }
    if (!snapshot.events.empty()) {
        for (const auto &slot : m_slots)
            slot.chart->placeMarks();
    }
}

void TimelinePanel::show(const services::platform::Snapshot &snapshot)
{
    if (!m_begin.has_value())
        m_begin = snapshot.at;
    markEvents(snapshot);
    if (snapshot.at - m_lastPoint < pointEvery)
        return;
    m_lastPoint = snapshot.at;
    const Seconds at = snapshot.at - *m_begin;
    m_history.add(at, snapshot);
    std::erase_if(m_deeds, [&](const TimelineDeed &deed) { return deed.mark.at < at - TimelineChart::span; });
    for (const auto &slot : m_slots)
        addPoint(slot, m_history.points().back());
    if (m_moment.has_value() && *m_moment < m_history.points().front().at)
        backToNow(); // it is forgotten
    showMoment();
}

} // namespace app::charts
