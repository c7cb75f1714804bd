// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/graph/graphpane.h>
#include <app/shell/mainwindow.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QMenu>
#include <QSlider>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <random>

namespace tests::shell {

using namespace Qt::StringLiterals;

// Those which are seen.
inline std::vector<app::graph::GraphPane *> panesOf(const app::shell::MainWindow &window)
{
    const auto found = window.findChildren<app::graph::GraphPane *>();
    std::vector<app::graph::GraphPane *> visible;
    std::ranges::copy_if(found, std::back_inserter(visible), &QWidget::isVisible);
    return visible;
}

// Somebody who sits at a window and does anything at random: the same for the same seed.
class Monkey
{
public:
    struct Act
    {
        QString words;
        void (Monkey::*run)();
    };

    void seed(unsigned seed) { m_random.seed(seed); }
    void sitAt(app::shell::MainWindow &window) { m_window = &window; }
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    const Act &choose()
    {
        static const std::vector<Act> acts{{u"resizing"_s, &Monkey::resizeIt},
                                           {u"changing the shape"_s, &Monkey::changeShape},
                                           {u"going back in time"_s, &Monkey::scrub},
                                           {u"choosing a node"_s, &Monkey::chooseNode},
                                           {u"choosing a node"_s, &Monkey::chooseNode},
                                           {u"crashing"_s, &Monkey::crash},
                                           {u"restarting"_s, &Monkey::restart},
                                           {u"changing the tab"_s, &Monkey::changeTab},
                                           {u"walking"_s, &Monkey::walk},
                                           {u"asking for verbs"_s, &Monkey::askForVerbs},
                                           {u"changing the load"_s, &Monkey::changeLoad},
                                           {u"scrolling"_s, &Monkey::scroll},
                                           {u"choosing a row"_s, &Monkey::chooseRow},
                                           {u"choosing a row"_s, &Monkey::chooseRow},
                                           {u"opening a menu"_s, &Monkey::openMenu},
                                           {u"asking the palette"_s, &Monkey::askPalette},
                                           {u"going to the next panel"_s, &Monkey::nextPanel},
                                           {u"presenting"_s, &Monkey::present},
                                           {u"sending a request"_s, &Monkey::send}};
        return acts[static_cast<size_t>(below(static_cast<int>(acts.size())))];
    }
    void perform(const Act &act) { (this->*act.run)(); }

private:
    std::vector<app::graph::GraphPane *> panes() const { return panesOf(*m_window); }

    void resizeIt() { m_window->resize(1100 + below(900), 640 + below(600)); }
    void changeShape() { QTest::keyClick(m_window, Qt::Key(Qt::Key_1 + below(3)), Qt::ControlModifier); }
    void scrub()
    {
        const auto sliders = m_window->findChildren<QSlider *>();
        const auto found
            = std::ranges::find(sliders, u"Go back in time, in seconds"_s, &QWidget::accessibleName);
        if (found == sliders.end() || !(*found)->isVisible())
            return;
        const Qt::Key keys[] = {Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Left, Qt::Key_Right, Qt::Key_End};
        QTest::keyClick(*found, keys[below(5)]);
        QTest::mouseClick(*found, Qt::LeftButton, {}, {below((*found)->width()), (*found)->height() / 2});
    }
    void chooseNode()
    {
        auto *pane = panes()[static_cast<size_t>(below(int(panes().size())))];
        auto &view = pane->view();
        if (!view.isVisible() || view.scene().isEmpty())
            return;
        const auto targets = view.scene().all();
        const auto &target = targets[static_cast<size_t>(below(int(targets.size())))];
        const auto place = view.transform().map(view.scene().boxOf(target).center()).toPoint();
        QTest::mouseMove(&view, place);
        QTest::mouseClick(&view, Qt::LeftButton, {}, place);
    }
    void walk()
    {
        const Qt::Key keys[] = {Qt::Key_Left,   Qt::Key_Right, Qt::Key_Up,    Qt::Key_Down, Qt::Key_C,
                                Qt::Key_Escape, Qt::Key_Plus,  Qt::Key_Minus, Qt::Key_0};
        auto &view = panes().back()->view();
        view.setFocus();
        QTest::keyClick(&view, keys[below(9)]);
    }
    void askForVerbs()
    {
        auto &view = panes().back()->view();
        if (!view.selected().has_value())
            return;
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Return);
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, below(2) == 0 ? Qt::Key_Return : Qt::Key_Escape);
            menu->close();
        }
    }
    void press(const QString &words)
    {
        for (auto *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->isEnabled() && QString(button->text()).remove(u'&') == words)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    void crash() { press(u"Crash"_s); }
    void restart() { press(u"Restart"_s); }
    void changeTab()
    {
        QList<QTabBar *> bars = m_window->findChildren<QTabBar *>();
        bars.removeIf([](const QTabBar *bar) { return !bar->isVisible(); });
        auto *bar = bars[below(int(bars.size()))];
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(below(bar->count())).center());
    }
    template<typename Widget>
    Widget *anyShown()
    {
        QList<Widget *> shown = m_window->findChildren<Widget *>();
        shown.removeIf([](const Widget *each) { return !each->isVisible() || !each->isEnabled(); });
        return shown.isEmpty() ? nullptr : shown[below(int(shown.size()))];
    }
    void chooseRow()
    {
        auto *list = anyShown<QAbstractItemView>();
        const int rows = list != nullptr && list->model() != nullptr ? list->model()->rowCount() : 0;
        if (rows == 0)
            return;
        const auto row = list->model()->index(below(rows), 0);
        list->scrollTo(row);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
    }
    void openMenu()
    {
        auto *button = anyShown<QToolButton>();
        if (button == nullptr || button->menu() == nullptr)
            return;
        auto *menu = button->menu();
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Escape);
        menu->close();
    }
    void askPalette()
    {
        QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
        auto *asked = QApplication::focusWidget();
        if (asked == nullptr)
            return;
        QTest::keyClicks(asked, QString(QChar(u'a' + below(26))) + QChar(u'a' + below(26)));
        QTest::keyClick(asked, Qt::Key_Down);
        QTest::keyClick(asked, Qt::Key_Escape);
    }
    void nextPanel() { QTest::keyClick(m_window, Qt::Key_F6); }
    void present()
    {
        QTest::keyClick(m_window, Qt::Key_F11);
        QTest::qWait(below(200));
        QTest::keyClick(m_window, Qt::Key_F11);
    }
    void send() { press(u"Send"_s); }
    void changeLoad()
    {
        QTest::keyClick(m_window, below(2) == 0 ? Qt::Key_Plus : Qt::Key_Minus, Qt::ControlModifier);
    }
    void scroll()
    {
        auto &view = panes().front()->view();
        const QPointF place(below(view.width()), below(view.height()));
        QWheelEvent wheel(place, view.mapToGlobal(place), {}, {0, below(2) == 0 ? 120 : -120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &wheel);
    }

    app::shell::MainWindow *m_window = nullptr;
    std::mt19937 m_random;
};

} // namespace tests::shell
