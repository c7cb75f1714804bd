// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where things stand in a GraphPane: by the layout, and by whoever has put them elsewhere.

#include "arrangingnotice.h"
#include "graphpane.h"
#include "legend.h"
#include "lettering.h"

#include <QLabel>
#include <QUndoStack>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace app::graph {

namespace {

constexpr double otherShape = 0.05; // difference of two aspects' logarithms

} // namespace

double GraphPane::aspect() const
{
    const QSize place = m_view->size();
    return static_cast<double>(std::max(place.width(), 1)) / std::max(place.height(), 1);
}

// Worth another arrangement, if one is wanted at all.
bool GraphPane::isOtherShape() const
{
    return m_asked.aspect > 0 && std::abs(std::log(aspect() / m_asked.aspect)) >= otherShape;
}

// Trust needs a picture that stays: once somebody has seen it, another shape of the place is no reason to
// move things.
bool GraphPane::needsLayout() const
{
    if (m_view->scene().shown().stores && !m_asked.stores && m_packaging.units.size() > 1)
        return true;
    return m_asked.aspect <= 0 || (m_arrangement.layout.nodes.empty() && isOtherShape());
}

void GraphPane::askForLayout()
{
    if (needsLayout())
        arrangeAnew();
}

void GraphPane::arrangeAnew()
{
    m_asked.aspect = aspect();
    m_asked.stores = m_view->scene().shown().stores || m_packaging.units.size() == 1;
    model::layout::LayoutRequest request;
    request.system = m_system;
    request.packaging = m_packaging;
    request.sizes = Lettering(m_view->font()).sizes(m_system, m_packaging);
    request.aspect = m_asked.aspect;
    request.stores = m_asked.stores;
    m_notice->wait();
    m_layouts.request(m_packaging.id.value, std::move(request), this,
                      [this](const model::result::Result<model::layout::Layout> &layout) {
                          m_notice->stop();
                          if (layout.has_value())
                              takeLayout(*layout);
                          else
                              m_summary->setText(layout.error().message);
                      });
}

void GraphPane::takeLayout(const model::layout::Layout &layout)
{
    const bool isFirst = m_arrangement.layout.nodes.empty();
    m_arrangement = {layout, m_asked.aspect, m_asked.stores};
    if (!isFirst)
        return arrange();
    m_view->setScene(GraphScene(withPlacement(layout, m_placement), captionsOf(m_system, m_packaging)));
    m_view->setPinned(m_placement.pinned);
    refreshTable();
}

void GraphPane::arrange()
{
    m_view->setPinned(m_placement.pinned);
    if (m_arrangement.layout.nodes.empty())
        return; // it comes
    m_view->changeScene(
        GraphScene(withPlacement(m_arrangement.layout, m_placement), captionsOf(m_system, m_packaging)));
    refreshTable();
}

void GraphPane::waitNoMore()
{
    m_layouts.cancel(m_packaging.id.value);
    m_asked = {{}, m_arrangement.aspect, m_arrangement.stores};
}

void GraphPane::setArrangement(const Arrangement &arrangement)
{
    if (m_view->scene().shown().stores && !arrangement.stores)
        return; // what is shown by now has no place in it
    m_arrangement = arrangement;
    m_notice->stop();
    waitNoMore();
}

void GraphPane::setPlacement(const Placement &placement)
{
    if (m_placement == placement)
        return arrange(); // what was dragged goes back
    m_placement = placement;
    arrange();
    Q_EMIT placementChanged();
}

void GraphPane::setShown(const Shown &shown)
{
    m_view->setShown(shown);
    m_legend->setTeams(shown.teams);
    if (m_asked.aspect <= 0)
        return; // before there was a first layout
    askForLayout(); // without databases so far, perhaps
    refreshTable();
}

void GraphPane::edit(const QString &words, Placement placement, const NodeId &stepped)
{
    push({words, m_placement, std::move(placement), stepped});
}

void GraphPane::push(PlacementEdit::Change change)
{
    auto edit = std::make_unique<PlacementEdit>(*this, std::move(change));
    if (m_edits != nullptr)
        m_edits->push(edit.release());
    else
        edit->redo();
}

void GraphPane::place(const NodeId &node, QPointF centre, bool isStep)
{
    auto placement = placementOf(m_view->scene().layout(), m_placement.pinned);
    placement.centres[node] = centre;
    edit(tr("Move %1").arg(m_view->scene().title({node, {}})), std::move(placement),
         isStep ? node : NodeId());
}

void GraphPane::togglePin(const NodeId &node)
{
    const bool isPinned = m_placement.pinned.contains(node);
    const auto *placed = m_view->scene().node(node);
    if (placed == nullptr)
        return;
    auto after = m_placement;
    if (isPinned) {
        after.pinned.remove(node);
        if (after.centres.size() == after.pinned.size() + 1)
            after.centres.remove(node); // nothing else was put anywhere: the layout decides again
    } else {
        after.pinned.insert(node);
        after.centres[node] = placed->box.center();
    }
    const QString title = m_view->scene().title({node, {}});
    edit(isPinned ? tr("Unpin %1").arg(title) : tr("Pin %1").arg(title), std::move(after));
}

void GraphPane::tidy()
{
    PlacementEdit::Change change{tr("Tidy up"), m_placement, m_placement.tidied()};
    if (!m_arrangement.layout.nodes.empty() && isOtherShape())
        change.arranged = m_arrangement;
    push(std::move(change));
}

void GraphPane::unpinAll()
{
    auto after = m_placement;
    if (after.centres.size() == after.pinned.size())
        after.centres.clear();
    after.pinned.clear();
    edit(tr("Unpin everything"), std::move(after));
}

} // namespace app::graph
