// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/capacitypanel.h>
#include <app/graph/followlight.h>
#include <app/journeys/journeyspanel.h>
#include <app/messages/messagespanel.h>
#include <app/sagas/sagapanel.h>
#include <app/sagas/storymodel.h>
#include <app/traces/tracespanel.h>

#include <QLabel>
#include <QTabWidget>
#include <QTableView>

#include <tests/app/shell/quietwindow.h>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace app::shell;
using services::platform::Snapshot;

// The real window with both shops behind it, live, on this machine; the last test starts more of them.
class TestMainWindowLive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_window.appearance().setMotion(app::style::Motion::System);
        QVERIFY(m_window.open());
        m_window.shop().start();
    }
    void cleanupTestCase() { m_window.close(); }

    void predictsAndMeasuresCapacity()
    {
        m_window->findChild<QTabWidget *>()->setCurrentIndex(3);
        const auto words = [this] {
            QStringList texts;
            for (auto *label : m_window->findChild<app::charts::CapacityPanel *>()->findChildren<QLabel *>())
                texts << label->text();
            return texts.join(u'\n');
        };
        QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"measured at the start"_s), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"One more Catalogue"_s), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(words().count(u"Mean: predicted "_s) == 2, 60'000);
    }

    // Somebody buys, the life of that order is shown, its messages arrive, the books balance.
    void anOrderIsFollowedToTheBooks()
    {
        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
        auto *sagas = m_window->findChild<app::sagas::SagaPanel *>();
        const auto hasBeenCharged = [sagas] {
            auto &story = sagas->story();
            for (int step = 0; step < story.rowCount(); ++step) {
                if (story.index(step, 0).data().toString().startsWith(u"charges"_s))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasBeenCharged(), 60'000);
        QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
        auto *messages = m_window->findChild<app::messages::MessagesPanel *>();
        QTRY_COMPARE_WITH_TIMEOUT(messages->queues().rowCount(), 10, 60'000); // five consumers in each shape
        auto *tabs = m_window->findChild<QTabWidget *>();
        QTRY_COMPARE_WITH_TIMEOUT(tabs->tabText(6), u"Books balance ✓"_s, 60'000);
    }

    // A check-out is traced and followed on the picture.
    void aRequestIsFollowedStepByStep()
    {
        QTest::keyClick(m_window.get(), Qt::Key_7, Qt::ControlModifier);
        auto *traces = m_window->findChild<app::traces::TracesPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(traces->model().rowCount() > 10, 60'000);
        auto *journeys = m_window->findChild<app::journeys::JourneysPanel *>()->findChild<QTableView *>();
        int checkOut = 0;
        while (journeys->model()->index(checkOut, 0).data().toString() != u"Check out"_s)
            ++checkOut;
        journeys->setFocus();
        journeys->setCurrentIndex(journeys->model()->index(checkOut, 2));
        QTest::keyClick(journeys, Qt::Key_Return);
        auto &story = traces->story();
        QTRY_VERIFY_WITH_TIMEOUT(story.isVisible() && story.tale().steps.size() > 5, 60'000);
        auto *light = m_window.micro().view().findChild<app::graph::FollowLight *>();
        QVERIFY(light->isVisible());
        const auto steps = story.tale().steps;
        const auto &last = steps.back();
        for (size_t step = 0; step < steps.size(); ++step)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(light->step()->words, last.words);
        const auto asksPayments = std::ranges::find_if(
            steps, [](const auto &step) { return step.to.value == u"payments"_s && step.crossesUnits; });
        QVERIFY(asksPayments != steps.end());
        QVERIFY2(asksPayments->words.startsWith(u"Orders asks Payments to charge "_s),
                 qPrintable(asksPayments->words));
        m_window->findChild<QTabWidget *>()->setCurrentIndex(0);
        QVERIFY(!light->isVisible());
    }

    // At any moment of the start and of the run. Many more rounds: FAULTLINE_WINDOW_ROUNDS=100.
    void startsAndStopsUnderLoad()
    {
        const int asked = qEnvironmentVariableIntValue("FAULTLINE_WINDOW_ROUNDS");
        const int rounds = asked > 0 ? asked : 4;
        std::mt19937 random(7);
        for (int round = 0; round < rounds; ++round) {
            m_window.build();
            QVERIFY(m_window.show()); // its pictures are not there yet
            int seen = 0;
            bool served = false;
            connect(&m_window.shop(), &LiveShop::snapshotTaken, this, [&](const Snapshot &snapshot) {
                ++seen;
                served = std::ranges::all_of(snapshot.fleets,
                                             [](const auto &fleet) { return fleet.attempts.perSecond > 20; });
            });
            m_window.shop().start();
            const int snapshots = static_cast<int>(random() % 12);
            const int turns = static_cast<int>(random() % 40);
            if (round % 4 == 0)
                QTRY_VERIFY_WITH_TIMEOUT(served, 60'000);
            else if (round % 4 == 1)
                QTRY_VERIFY_WITH_TIMEOUT(seen >= snapshots, 60'000);
            else
                for (int turn = 0; turn < turns; ++turn)
                    QCoreApplication::processEvents();
            m_window->close(); // as a person does
            m_window.close();
        }
    }

private:
    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindowLive)
#include "tst_mainwindowlive.moc"
