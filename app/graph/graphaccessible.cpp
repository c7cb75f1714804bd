// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphaccessible.h"

#include "graphview.h"

#include <QPointer>

#include <algorithm>

namespace app::graph {

using namespace Qt::StringLiterals;

// One node, module or line. It outlives neither the view's scene nor the view: it says that it is invalid
// instead.
class GraphAccessible::Item : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    Item(GraphView &view, int index)
        : m_view(&view)
        , m_index(index)
    {
    }

    bool isValid() const override { return target().has_value(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    QString text(QAccessible::Text kind) const override;
    QRect rect() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;
    QStringList actionNames() const override { return {pressAction(), showMenuAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override;

private:
    std::optional<Target> target() const;

    QPointer<GraphView> m_view;
    int m_index;
};

std::optional<Target> GraphAccessible::Item::target() const
{
    if (!m_view)
        return {};
    const auto targets = m_view->scene().all();
    return static_cast<size_t>(m_index) < targets.size()
        ? std::optional(targets[static_cast<size_t>(m_index)])
        : std::nullopt;
}

QString GraphAccessible::Item::text(QAccessible::Text kind) const
{
    const auto shown = target();
    if (!shown.has_value())
        return {};
    if (kind == QAccessible::Name)
        return m_view->nameOf(*shown);
    if (kind != QAccessible::Description)
        return {};
    QStringList parts{m_view->stateOf(*shown), m_view->foreseenOf(*shown)};
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

QRect GraphAccessible::Item::rect() const
{
    const auto shown = target();
    if (!shown.has_value())
        return {};
    const QRect box = m_view->transform().mapRect(m_view->scene().boxOf(*shown)).toRect();
    return {m_view->mapToGlobal(box.topLeft()), box.size()};
}

QAccessible::State GraphAccessible::Item::state() const
{
    QAccessible::State state;
    const auto shown = target();
    state.invalid = !shown.has_value();
    state.selectable = true;
    state.focusable = true;
    state.selected = shown.has_value() && m_view->selected() == shown;
    state.focused = state.selected && m_view->hasFocus();
    return state;
}

void *GraphAccessible::Item::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

void GraphAccessible::Item::doAction(const QString &name)
{
    const auto shown = target();
    if (!shown.has_value())
        return;
    if (name == pressAction())
        m_view->choose(*shown);
    else if (name == showMenuAction())
        m_view->askForVerbs(*shown);
}

GraphAccessible::GraphAccessible(GraphView &view)
    : QAccessibleWidget(&view, QAccessible::List)
    , m_view(view)
{
}

GraphAccessible::~GraphAccessible()
{
    for (const auto item : m_items)
        QAccessible::deleteAccessibleInterface(item);
}

void GraphAccessible::offer()
{
    QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
        auto *view = qobject_cast<GraphView *>(object);
        return view != nullptr ? new GraphAccessible(*view) : nullptr;
    });
}

void GraphAccessible::childrenChanged(GraphView &view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent changed(&view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&changed);
}

void GraphAccessible::selectionChanged(GraphView &view)
{
    if (!QAccessible::isActive() || !view.selected().has_value())
        return;
    const auto targets = view.scene().all();
    const auto found = std::ranges::find(targets, *view.selected());
    if (found == targets.end())
        return;
    for (const auto kind : {QAccessible::Selection, QAccessible::Focus}) {
        if (kind == QAccessible::Focus && !view.hasFocus())
            continue;
        QAccessibleEvent event(&view, kind);
        event.setChild(static_cast<int>(found - targets.begin()));
        QAccessible::updateAccessibility(&event);
    }
}

int GraphAccessible::childCount() const
{
    return static_cast<int>(m_view.scene().all().size());
}

QAccessibleInterface *GraphAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    while (m_items.size() <= static_cast<size_t>(index))
        m_items.push_back(
            QAccessible::registerAccessibleInterface(new Item(m_view, static_cast<int>(m_items.size()))));
    return QAccessible::accessibleInterface(m_items[static_cast<size_t>(index)]);
}

int GraphAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (int index = 0; index < childCount(); ++index) {
        if (this->child(index) == child)
            return index;
    }
    return -1;
}

QAccessibleInterface *GraphAccessible::childAt(int x, int y) const
{
    const auto nodes = static_cast<int>(m_view.scene().targets().size());
    for (int index = nodes - 1; index >= 0; --index) { // modules lie in their unit and come after it
        if (child(index)->rect().contains(x, y))
            return child(index);
    }
    for (int index = nodes; index < childCount(); ++index) { // lines pass below them
        if (child(index)->rect().contains(x, y))
            return child(index);
    }
    return nullptr;
}

QAccessibleInterface *GraphAccessible::focusChild() const
{
    for (int index = 0; m_view.hasFocus() && index < childCount(); ++index) {
        if (child(index)->state().selected)
            return child(index);
    }
    return nullptr;
}

QAccessible::State GraphAccessible::state() const
{
    auto state = QAccessibleWidget::state();
    state.focusable = true;
    return state;
}

} // namespace app::graph
