// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/callpage.h>
#include <app/inspector/inspectorpanel.h>
#include <app/shell/actions.h>
#include <app/shell/policymenu.h>
#include <app/shell/topbar.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>

#include <tests/app/shell/quietwindow.h>

using namespace Qt::StringLiterals;
using namespace app::shell;
using app::inspector::InspectorPanel;
using tests::shell::actsOf;
using tests::shell::unit;

// All that a person can have done in the window is in the palette, under words and an id of its own.
class TestMainWindowActs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }
    void cleanup() { QVERIFY(m_window.tidy()); }

    void everyActIsReachedByThePalette()
    {
        const auto words = m_window.wordsOfThePalette();
        for (const auto &expected :
             {u"Crash Catalogue | Microservices"_s,
              u"Crash Shop | Monolith"_s,
              u"Orders: Cut off from Inventory | Microservices"_s,
              u"Payments: One instance more | Microservices"_s,
              u"Payments: Send a request | Microservices"_s,
              u"Payments: Send a request | Monolith"_s,
              u"Dark | Theme"_s,
              u"High contrast | Theme"_s,
              u"Undo all faults | Load and faults"_s,
              u"Go to Messages | Go"_s,
              u"Tidy up | Picture"_s,
              u"Show messages | Picture"_s,
              u"Keyboard… | Help"_s,
              u"Presentation | Look"_s,
              u"Deutsch | Language, from the next start"_s,
              u"Check now | Books"_s,
              u"Back to now | Timeline"_s,
              u"Naive latency too | Timeline"_s,
              u"Export: Table (CSV) | Timeline"_s,
              u"Chart 2 shows: Customers waiting | Timeline"_s,
              u"Send | Requests"_s,
              u"Copy as curl | Requests"_s,
              u"Forget all | Requests"_s,
              u"Endpoint: Catalogue: GET /products | Requests"_s,
              u"Tab “Headers” | Requests"_s,
              u"Compare | Traces"_s,
              u"Hit by a fault | Traces"_s,
              u"Go to “Queues” | Messages"_s,
              u"Orders → Payments POST /charges: Circuit breaker | policy · Microservices"_s,
              u"Orders, all that it calls: Retry | policy · Monolith"_s,
              u"All calls: Timeout | policy · Microservices"_s,
              u"Payments: Load shedding | policy · Microservices"_s,
              u"All units: Ejection | policy · Monolith"_s,
              u"Payments: Autoscaler | Microservices"_s,
              u"Go to the calls Orders → Payments | Microservices"_s,
              u"Team Discovery | Go"_s,
              u"Follow one “Check out” | Monolith"_s})
            QVERIFY2(words.contains(expected), qPrintable(expected));
        QVERIFY2(words.filter(u"Policies: "_s).size() >= 3, "the policies of all calls");
        QVERIFY2(words.filter(u"only this module"_s).size() > 10, "what can be done to one module");
    }

    void eachActOfTheMenusIsInThePaletteToo()
    {
        auto *top = m_window->findChild<TopBar *>();
        Q_EMIT top->breakMenu().aboutToShow(); // which fills it
        for (auto *inside : top->breakMenu().findChildren<QMenu *>())
            Q_EMIT inside->aboutToShow();
        QSet<const QAction *> known;
        for (const auto &entry : m_window->acts().all())
            known.insert(entry.action.data());
        for (const auto *menu : {&top->viewMenu(), &top->breakMenu(),
                                 static_cast<QMenu *>(top->policyMenu().menu()), &m_window.micro().menu()}) {
            const auto acts = actsOf(*menu);
            QVERIFY(acts.size() >= 3);
            for (const auto *action : acts)
                QVERIFY2(known.contains(action), qPrintable(action->text()));
        }
    }

    // What a panel offers and the palette does not would show here, whichever panel it is in.
    void eachControlOfThePanelsIsInThePaletteToo()
    {
        m_window.micro().view().choose(unit(u"orders"_s));
        auto *tabs = m_window->findChild<QTabWidget *>();
        QStringList lacking;
        int found = 0;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            const auto words = m_window.wordsOfThePalette();
            QStringList written;
            for (const auto *button : tabs->widget(tab)->findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->parent()->inherits("QTabBar") == false)
                    written << (button->accessibleName().isEmpty() ? button->text()
                                                                   : button->accessibleName());
            }
            for (const auto *box : tabs->widget(tab)->findChildren<QComboBox *>()) {
                for (int row = 0; box->isVisible() && row < box->count(); ++row)
                    written << box->itemText(row);
            }
            for (auto &text : written) {
                const QString name = text.remove(QRegularExpression(u"[&…▾]|^\\W+(?=\\w)"_s)).trimmed();
                if (words.filter(name).isEmpty())
                    lacking << name;
                ++found;
            }
        }
        QVERIFY2(lacking.isEmpty(), qPrintable(lacking.join(u", "_s)));
        QVERIFY2(found > 80, qPrintable(QString::number(found)));
    }

    // Some pages of the inspector are written once they are seen: until then they hold another unit's.
    void whatIsOnUnseenPagesOfTheInspectorIsInThePaletteToo()
    {
        auto *inspector = m_window->findChild<InspectorPanel *>();
        auto *pages = inspector->findChild<QTabWidget *>();
        inspector->select(microservice(u"cart"_s));
        for (int page = pages->count() - 1; page >= 0; --page) // all have been seen
            pages->setCurrentIndex(page);
        inspector->select(microservice(u"orders"_s));
        const auto words = m_window.wordsOfThePalette().filter(u"Inspector"_s);
        for (const auto &act : {u"Policies of the calls Orders → Payments"_s, u"Team Checkout"_s})
            QVERIFY2(words.contains(act + u" | Inspector"_s), qPrintable(words.join(u'\n')));
        QVERIFY(!words.contains(u"Policies of the calls Cart → Catalogue | Inspector"_s));
        actCalled(u"Policies of the calls Orders → Payments"_s)->trigger();
        QVERIFY(inspector->findChild<app::inspector::CallPage *>()->isVisible());
        inspector->select(microservice(u"orders"_s));
        QSignalSpy policies(inspector, &InspectorPanel::policiesWanted);
        actCalled(u"Policies of all that it calls, declared: "_s)->trigger();
        QVERIFY(!policies.isEmpty());
        pages->setCurrentIndex(0);
    }

    void anActOfWhatGoesWhenItsPageIsSeenDoesNothing()
    {
        auto *inspector = m_window->findChild<InspectorPanel *>();
        auto *pages = inspector->findChild<QTabWidget *>();
        pages->setCurrentIndex(0);
        inspector->select(microservice(u"cart"_s));
        auto *act = actCalled(u"Policies of the calls Cart → Catalogue"_s);
        inspector->select(microservice(u"orders"_s));
        act->trigger();
        QVERIFY(pages->currentIndex() != 0); // and makes its calls anew
        QVERIFY(!inspector->findChild<app::inspector::CallPage *>()->isVisible());
        pages->setCurrentIndex(0);
    }

    void eachActOfThePaletteHasWordsOfItsOwn()
    {
        m_window.micro().view().choose(unit(u"orders"_s));
        auto words = m_window.wordsOfThePalette();
        words.sort();
        QStringList alike;
        for (qsizetype at = 0; at < words.size(); ++at) {
            if (words[at].startsWith(u": "_s) || words[at].startsWith(u" |"_s)
                || (at > 0 && words[at] == words[at - 1]))
                alike << words[at];
        }
        QVERIFY2(alike.isEmpty(), qPrintable(alike.join(u"\n"_s)));
    }

    void eachActHasAnIdOfItsOwn()
    {
        m_window.micro().view().choose(unit(u"orders"_s));
        for (int time = 0; time < 2; ++time) { // menus of panels stay, other controls are listed anew
            QSet<QString> ids;
            for (const auto &entry : m_window->acts().all()) {
                QVERIFY2(!ids.contains(entry.id), qPrintable(entry.id));
                ids.insert(entry.id);
                QCOMPARE(m_window->acts().action(entry.id), entry.action.data());
            }
            QVERIFY(ids.size() > 500);
        }
        for (const auto &pane : {u"panel/app::graph::GraphPane/"_s, u"panel/app::graph::GraphPane (2)/"_s})
            QVERIFY2(!idsOfPanels().filter(pane).isEmpty(), qPrintable(idsOfPanels().join(u'\n')));
    }

private:
    // The last whose words begin so.
    QAction *actCalled(const QString &words) const
    {
        QAction *found = nullptr;
        for (const auto &entry : m_window->acts().all())
            found = entry.words.startsWith(words) ? entry.action.data() : found;
        if (found == nullptr)
            qFatal("no act %s", qPrintable(words));
        return found;
    }
    static app::inspector::Subject microservice(const QString &name)
    {
        return {1, {name}, model::system::CapabilityId{name}};
    }
    QStringList idsOfPanels() const
    {
        QStringList ids;
        for (const auto &entry : m_window->acts().all()) {
            if (entry.id.startsWith(u"panel/"_s))
                ids << entry.id;
        }
        return ids;
    }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindowActs)
#include "tst_mainwindowacts.moc"
