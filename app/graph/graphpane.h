// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphview.h"
#include "livepicture.h"
#include "placementedit.h"

#include <services/platform/layouts.h>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;
class QUndoStack;

namespace app::graph {

class ArrangingNotice;
class GraphTable;
class Legend;
struct SheetPart;

// One system under one packaging: its heading and its live picture, or the same as a table. Laid out in the
// background once, for the first place it is seen in; in a place of another shape it is larger or smaller,
// and the same, until a person tidies it up or puts something elsewhere. GUI thread.
class GraphPane : public QWidget
{
    Q_OBJECT
public:
    using Placement = model::layout::Placement;

    GraphPane(const model::system::System &system,
              const model::packaging::Packaging &packaging,
              services::platform::Layouts &layouts,
              QWidget *parent = nullptr);

    GraphView &view() { return *m_view; }
    GraphTable &table() { return *m_table; }
    const model::packaging::Packaging &packaging() const { return m_packaging; }
    // All of the picture as it is, whatever part of it is seen.
    SheetPart sheetPart() const;
    void setTheme(const style::Theme &theme);
    // Where edits of the placement go; without one they cannot be undone.
    void setUndoStack(QUndoStack &stack) { m_edits = &stack; }
    // What can be done to the picture; filled by who composes the program.
    QMenu &menu() { return *m_menu; }
    void show(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant now);
    // How it was at an earlier moment, without requests on their way.
    void showMoment(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant then);
    void setShown(const Shown &shown);
    void setTable(bool isTable);
    bool isTable() const;
    // For a room full of people: larger, and without what only hands need.
    void setPresentation(bool presents);

    const Placement &placement() const { return m_placement; }
    // Not an edit.
    void setPlacement(const Placement &placement);
    // As it was arranged once; what is awaited is not wanted any more. Seen with the next placement.
    void setArrangement(const Arrangement &arrangement);
    // For the place as it is now; comes by and by.
    void arrangeAnew();
    // Everything but what was pinned to where the layout puts it, in a place of this shape.
    void tidy();
    void unpinAll();
    void togglePin(const NodeId &node);

    // Selects whatever holds the capability; nothing: deselects.
    void selectCapability(const std::optional<model::system::CapabilityId> &capability);
    void selectTopic(const model::system::TopicId &topic);
    // Selects the line of a call, or, of a call within a unit, its caller.
    void selectCall(const model::system::CapabilityId &caller, const model::system::CapabilityId &callee);
    // The keyboard goes to the picture, or to the table.
    void takeFocus();

Q_SIGNALS:
    void placementChanged();
    void teamChosen(const model::system::TeamId &team); // in the legend
    void attended(); // a person does something in it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHeader();
    void connectView();
    void askForLayout();
    void waitNoMore(); // for a layout
    void takeLayout(const model::layout::Layout &layout);
    void arrange();
    void edit(const QString &words, Placement placement, const NodeId &stepped = {});
    void push(PlacementEdit::Change change);
    void place(const NodeId &node, QPointF centre, bool isStep);
    bool needsLayout() const;
    bool isOtherShape() const;
    double aspect() const;
    void refreshTable();
    void select(const std::optional<Target> &target);

    model::system::System m_system;
    model::packaging::Packaging m_packaging;
    services::platform::Layouts &m_layouts;
    LivePicture m_live;
    QLabel *m_title;
    QLabel *m_summary;
    QToolButton *m_tableButton;
    QMenu *m_menu;
    GraphView *m_view;
    GraphTable *m_table;
    QStackedWidget *m_pages;
    ArrangingNotice *m_notice = nullptr; // over the picture
    Legend *m_legend;
    QUndoStack *m_edits = nullptr;
    QTimer m_settle; // a window that is being opened asks when all in it has its size
    Arrangement m_arrangement; // as it was made, before anybody put anything elsewhere
    Arrangement m_asked; // without its layout, which comes
    Placement m_placement;
    model::telemetry::Instant m_lastVitality{};
    model::telemetry::Instant m_lastTraffic{};
};

} // namespace app::graph
