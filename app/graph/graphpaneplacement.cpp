// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where things stand in a GraphPane: by the layout, and by whoever has put them elsewhere.

#include "arrangingnotice.h"
#include "graphpane.h"
#include "legend.h"
#include "lettering.h"
#include "placementedit.h"

#include <QLabel>
#include <QUndoStack>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app::graph {

double GraphPane::aspect() const
{
    const QSize place = m_view->size();
    return static_cast<double>(std::max(place.width(), 1)) / std::max(place.height(), 1);
}

// Trust needs a picture that stays: only a clearly different shape of the place is a reason to move things,
// and nothing is when a person has arranged it.
bool GraphPane::needsLayout() const
{
    if (m_view->scene().shown().stores && !m_askedStores && m_packaging.units.size() > 1)
        return true;
    if (m_askedAspect <= 0)
        return true;
    const bool isArranged = m_placement.centres.size() > m_placement.pinned.size();
    return !isArranged && std::abs(std::log(aspect() / m_askedAspect)) >= 0.35;
}

void GraphPane::askForLayout()
{
    if (!needsLayout())
        return;
    m_askedAspect = aspect();
    const bool alone = m_packaging.units.size() == 1;
    m_askedStores = m_view->scene().shown().stores || alone;
    model::layout::LayoutRequest request;
    request.system = m_system;
    request.packaging = m_packaging;
    request.sizes = Lettering(m_view->font()).sizes(m_system, m_packaging);
    request.aspect = m_askedAspect;
    request.stores = m_askedStores;
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
    const bool isFirst = m_layout.nodes.empty();
    m_layout = layout;
    if (isFirst) {
        m_view->setScene(GraphScene(withPlacement(m_layout, m_placement), captionsOf(m_system, m_packaging)));
        m_view->setPinned(m_placement.pinned);
        refreshTable();
    } else {
        arrange();
    }
}

void GraphPane::arrange()
{
    m_view->setPinned(m_placement.pinned);
    if (m_layout.nodes.empty())
        return; // it comes
    m_view->changeScene(GraphScene(withPlacement(m_layout, m_placement), captionsOf(m_system, m_packaging)));
    refreshTable();
}

void GraphPane::arrangeAsBefore()
{
    const auto before = std::exchange(m_before, std::nullopt);
    if (!before.has_value() || before->layout.nodes.empty())
        return;
    m_settle.stop();
    m_layouts.cancel(m_packaging.id.value);
    m_notice->stop();
    m_layout = before->layout;
    m_askedAspect = before->aspect;
    m_askedStores = before->stores;
    arrange();
}

void GraphPane::setPlacement(const Placement &placement)
{
    if (m_placement == placement)
        return arrange(); // what was dragged goes back
    m_placement = placement;
    arrange();
    if (m_askedAspect > 0)
        askForLayout(); // of another shape, if the old arrangement has held it back
    Q_EMIT placementChanged();
}

void GraphPane::setShown(const Shown &shown)
{
    m_view->setShown(shown);
    m_legend->setTeams(shown.teams);
    if (m_askedAspect <= 0)
        return; // before there was a first layout
    askForLayout(); // without databases so far, perhaps
    refreshTable();
}

void GraphPane::edit(const QString &words, Placement placement, const NodeId &stepped)
{
    if (m_edits == nullptr)
        return setPlacement(placement);
    m_edits->push(new PlacementEdit(*this, {words, m_placement, std::move(placement), stepped}));
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
    edit(tr("Tidy up"), m_placement.tidied());
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
