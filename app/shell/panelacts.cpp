// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panelacts.h"

#include "actions.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;

namespace {

// The tab widget of which this is a page; null: it is none.
QTabWidget *tabsOf(const QWidget &page)
{
    auto *stack = page.parentWidget();
    auto *tabs = stack == nullptr ? nullptr : qobject_cast<QTabWidget *>(stack->parentWidget());
    return tabs != nullptr && tabs->indexOf(const_cast<QWidget *>(&page)) >= 0 ? tabs : nullptr;
}

// Without the letter for the keyboard and the signs that stand beside words.
QString plain(QString words)
{
    static const QRegularExpression signs(u"^[^\\p{L}\\p{N}]+(?=[\\p{L}\\p{N}])|\\s*▾|[…&]|\\s+$"_s);
    return words.remove(signs);
}

// What a control is called: by those who cannot see it, else by what is written on it.
QString nameOf(const QWidget &control)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&control);
    return plain(!control.accessibleName().isEmpty() || button == nullptr ? control.accessibleName()
                                                                          : button->text());
}

// A part of another control, which is entered itself.
bool isPart(const QWidget &control)
{
    const auto *whole = control.parentWidget();
    return whole != nullptr
        && (whole->inherits("QTabBar") || whole->inherits("QAbstractSpinBox") || whole->inherits("QLineEdit")
            || whole->inherits("QComboBox"));
}

QMenu *menuOf(const QAbstractButton &button)
{
    if (const auto *push = qobject_cast<const QPushButton *>(&button))
        return push->menu();
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    return tool == nullptr ? nullptr : tool->menu();
}

} // namespace

bool canBeShown(const QWidget &control)
{
    for (const auto *widget = &control; !widget->isWindow(); widget = widget->parentWidget()) {
        const auto *tabs = tabsOf(*widget);
        const bool isAnotherTab
            = tabs != nullptr && tabs->isTabVisible(tabs->indexOf(const_cast<QWidget *>(widget)));
        if (widget->isHidden() && !isAnotherTab)
            return false;
    }
    return true;
}

void bringToFront(QWidget &control)
{
    for (auto *widget = &control; !widget->isWindow(); widget = widget->parentWidget()) {
        if (auto *tabs = tabsOf(*widget))
            tabs->setCurrentWidget(widget);
    }
}

PanelActs::PanelActs(Actions &registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{
    m_registry.addSource([this] { enterAll(); });
}

void PanelActs::addPanel(QWidget &panel, const QString &title)
{
    const QString name = panel.objectName().isEmpty() ? QString::fromLatin1(panel.metaObject()->className())
                                                      : panel.objectName();
    QString key = name;
    for (int count = 2; std::ranges::find(m_panels, key, &Panel::key) != m_panels.end(); ++count)
        key = u"%1 (%2)"_s.arg(name).arg(count);
    m_panels.push_back({&panel, title, key});
}

void PanelActs::enterAll()
{
    qDeleteAll(m_acts);
    m_acts.clear();
    for (const auto &panel : m_panels) {
        m_panel = panel;
        m_times.clear();
        auto controls = panel.widget->findChildren<QWidget *>();
        controls.prepend(panel.widget);
        for (auto *control : controls) {
            if (!isPart(*control) && canBeShown(*control))
                enterControl(*control);
        }
    }
}

// Those of a menu stay entered while their panel's others are made anew.
QString PanelActs::idOf(const QString &name) const
{
    const QString first = u"panel/%1/%2"_s.arg(m_panel.key, name);
    QString id = first;
    for (int count = 2; m_registry.action(id) != nullptr; ++count)
        id = u"%1 (%2)"_s.arg(first).arg(count);
    return id;
}

QAction *PanelActs::enter(QWidget &control, const QString &name, std::function<void()> run)
{
    const int times = ++m_times[name]; // two controls of a panel may have the same name
    const QString words = times == 1 ? name : u"%1 (%2)"_s.arg(name).arg(times);
    auto *action = new QAction(words, this);
    action->setEnabled(control.isEnabled());
    connect(action, &QAction::triggered, &control,
            [target = QPointer<QWidget>(&control), run = std::move(run)] {
                bringToFront(*target);
                if (target) // a page may make its controls anew once it is seen
                    run();
            });
    m_registry.enter({idOf(words), m_panel.title, words, {}, action, control.property("harms").toBool()});
    m_acts.push_back(action);
    return action;
}

void PanelActs::enterControl(QWidget &control)
{
    const QString name = nameOf(control);
    if (auto *bar = qobject_cast<QTabBar *>(&control)) {
        enterTabs(*bar);
    } else if (auto *button = qobject_cast<QAbstractButton *>(&control)) {
        const auto *menu = menuOf(*button);
        for (auto *choice : menu == nullptr ? QList<QAction *>() : menu->actions()) {
            if (!choice->isSeparator() && choice->menu() == nullptr && !m_registry.has(*choice))
                m_registry.enter({idOf(u"%1/%2"_s.arg(name, choice->text())),
                                  m_panel.title,
                                  u"%1: %2"_s.arg(name, plain(choice->text())),
                                  {},
                                  choice});
        }
        if (menu != nullptr || name.isEmpty())
            return;
        auto *act = enter(control, name, [button] { button->click(); });
        act->setCheckable(button->isCheckable());
        act->setChecked(button->isChecked());
    } else if (auto *box = qobject_cast<QComboBox *>(&control)) {
        for (int row = 0; row < box->count(); ++row) {
            auto *act = enter(control, u"%1: %2"_s.arg(name, box->itemText(row)), [box, row] {
                box->setCurrentIndex(row);
                Q_EMIT box->activated(row); // as by a person's hand
            });
            act->setCheckable(true);
            act->setChecked(box->currentIndex() == row);
        }
    } else if ((control.focusPolicy() & Qt::TabFocus) != 0 && !name.isEmpty()) {
        enter(control, tr("Go to “%1”").arg(name),
              [target = &control] { target->setFocus(Qt::ShortcutFocusReason); });
    }
}

void PanelActs::enterTabs(QTabBar &bar)
{
    for (int tab = 0; tab < bar.count(); ++tab) {
        auto *act = enter(bar, tr("Tab “%1”").arg(plain(bar.tabText(tab))), [&bar, tab] {
            bar.setCurrentIndex(tab);
            bar.setFocus(Qt::ShortcutFocusReason);
        });
        act->setEnabled(bar.isTabEnabled(tab));
        act->setVisible(bar.isTabVisible(tab));
    }
}

} // namespace app::shell
