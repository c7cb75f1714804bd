// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphpane.h"

#include "lettering.h"

#include <model/analysis/shapefigures.h>

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app::graph {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::layout::NodeKind;

namespace {

constexpr auto figuresEvery = 500ms; // quicker, and nobody could read them
constexpr auto settling = 120ms; // until a window that is being resized is taken to rest

QString summaryOf(const model::system::System &system, const model::packaging::Packaging &packaging)
{
    const auto figures = model::analysis::figuresOf(system, packaging);
    const int units = figures.units;
    const int databases = figures.databases;
    const auto teams = static_cast<int>(system.teams.size());
    const QString unitWords = units == 1 ? GraphPane::tr("1 unit") : GraphPane::tr("%1 units").arg(units);
    const QString teamWords = units == 1 ? GraphPane::tr("%1 teams share it") : GraphPane::tr("%1 teams");
    const QString storeWords
        = databases == 1 ? GraphPane::tr("1 database") : GraphPane::tr("%1 databases").arg(databases);
    return QStringList{unitWords, teamWords.arg(teams), storeWords}.join(u" · "_s);
}

QLabel *legend(bool hasCalls)
{
    QStringList parts{GraphPane::tr("● request"), GraphPane::tr("◆ failed")};
    if (hasCalls)
        parts << GraphPane::tr("━ call") << GraphPane::tr("─ optional call")
              << GraphPane::tr("⋯ messages ▭ queue");
    parts << GraphPane::tr("╌ broken");
    auto *label = new QLabel(parts.join(u"   "_s));
    label->setProperty("kind", u"small"_s);
    label->setToolTip(
        GraphPane::tr("Each dot stands for measured requests; the busier a line, the more dots. "
                      "Long dashes: some requests on it fail; short ones: most do."));
    return label;
}

} // namespace

GraphPane::GraphPane(const model::system::System &system,
                     const model::packaging::Packaging &packaging,
                     services::platform::Layouts &layouts,
                     QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packaging(packaging)
    , m_layouts(layouts)
    , m_live(system, packaging)
    , m_title(new QLabel(packaging.title))
    , m_summary(new QLabel(summaryOf(system, packaging)))
    , m_view(new GraphView)
{
    setAutoFillBackground(true);
    m_title->setProperty("kind", u"heading"_s);
    m_summary->setProperty("kind", u"subtle"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 6, 4);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_view, 1);
    column->addWidget(legend(packaging.units.size() > 1), 0, Qt::AlignLeft);
    m_view->setAccessibleName(tr("Graph of %1").arg(packaging.title));
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &GraphPane::askForLayout);
    connect(m_view, &GraphView::resized, this, [this] {
        m_settle.start(m_askedAspect > 0 ? settling : 0ms); // nobody waits for the first picture
    });
}

void GraphPane::setTheme(const style::Theme &theme)
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(style::Role::Canvas));
    setPalette(colors);
    m_view->setTheme(theme);
}

double GraphPane::aspect() const
{
    return static_cast<double>(std::max(m_view->width(), 1)) / std::max(m_view->height(), 1);
}

void GraphPane::askForLayout()
{
    // Trust needs a picture that stays: only a clearly different shape of the place is a reason to move
    // things.
    const double wanted = aspect();
    if (m_askedAspect > 0 && std::abs(std::log(wanted / m_askedAspect)) < 0.35)
        return;
    m_askedAspect = wanted;
    model::layout::LayoutRequest request;
    request.system = m_system;
    request.packaging = m_packaging;
    request.sizes = Lettering(m_view->font()).sizes(m_system, m_packaging);
    request.aspect = wanted;
    request.stores = m_packaging.units.size() == 1; // with one a unit, they would drown the picture
    m_layouts.request(m_packaging.id.value, std::move(request), this,
                      [this](const model::result::Result<model::layout::Layout> &layout) {
                          if (layout.has_value())
                              m_view->setScene(GraphScene(*layout, captionsOf(m_system, m_packaging)));
                          else
                              m_summary->setText(layout.error().message);
                      });
}

void GraphPane::show(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant now)
{
    const bool changed = std::ranges::any_of(
        fleet.instances, [&](const auto &instance) { return instance.status.since > m_lastVitality; });
    if (changed || now - m_lastVitality >= figuresEvery) {
        m_lastVitality = now;
        m_view->setVitality(m_live.vitality(fleet, now));
    }
    const RequestDots::Moment period = std::min<RequestDots::Moment>(now - m_lastTraffic, 500ms);
    m_lastTraffic = now;
    m_view->addTraffic(m_live.traffic(m_view->scene(), fleet, period), period);
}

void GraphPane::showMoment(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant then)
{
    m_view->setVitality(m_live.vitality(fleet, then));
    m_lastVitality = {}; // what is shown next is live again, at once
}

void GraphPane::selectCapability(const std::optional<model::system::CapabilityId> &capability)
{
    const auto *unit = capability.has_value() ? m_packaging.unitOf(*capability) : nullptr;
    if (unit == nullptr) {
        m_view->setSelected({});
        return;
    }
    Target target{{NodeKind::Unit, unit->id.value}, {}};
    if (unit->capabilities.size() > 1)
        target.module = capability;
    m_view->setSelected(target);
}

void GraphPane::selectCall(const model::system::CapabilityId &caller,
                           const model::system::CapabilityId &callee)
{
    const auto *from = m_packaging.unitOf(caller);
    const auto *to = m_packaging.unitOf(callee);
    if (from == nullptr || to == nullptr || from == to)
        return selectCapability(caller);
    m_view->setSelected(Target{{NodeKind::Unit, from->id.value}, {}, NodeId{NodeKind::Unit, to->id.value}});
}

} // namespace app::graph
