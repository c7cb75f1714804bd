// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/inspectorpanel.h>
#include <app/inspector/unittotals.h>

#include <QCheckBox>
#include <QFocusEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::inspector;
using app::wording::Health;
using model::operation::Autoscaling;
using services::platform::Place;
using services::platform::Snapshot;
using services::runtime::InstanceState;

class TestInspectorPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        const tests::support::Shop shop;
        m_panel = std::make_unique<InspectorPanel>(shop.system, shop.shapes());
        m_panel->resize(300, 700);
        m_panel->QWidget::show();
    }

    void addsUpTheInstancesOfOneUnit()
    {
        auto snapshot = of({InstanceState::Healthy, InstanceState::Crashed});
        snapshot.fleets[1].instances[0].requests = {30, 3, {}, std::chrono::milliseconds(5)};
        snapshot.fleets[1].instances[1].requests = {10, 1, {}, std::chrono::milliseconds(9)};
        const auto totals = totalsOf(snapshot.fleets[1], {u"cart"_s});
        QCOMPARE(totals.instances.size(), size_t(2));
        QCOMPARE(totals.requestsPerSecond, 40.0);
        QCOMPARE(totals.failedPerSecond, 4.0);
        QCOMPARE(totals.p95, std::chrono::milliseconds(9));
        QCOMPARE(totals.health, Health::Degraded); // the other one serves
        QCOMPARE(totals.state, u"1 of 2 crashed"_s);
        QCOMPARE(totalsOf(of({InstanceState::Crashed}).fleets[1], {u"cart"_s}).health, Health::Bad);
        QVERIFY(totals.anyRuns && totals.anyRests);
        QVERIFY(totalsOf(snapshot.fleets[1], {u"orders"_s}).instances.empty());
    }

    void turnsTheAutoscalerOnAndOffWithTheKeyboard()
    {
        m_panel->select(cart());
        m_panel->show(of({InstanceState::Healthy}));
        auto *autoscaler = m_panel->findChild<QCheckBox *>(u"autoscaler"_s);
        QVERIFY(autoscaler->isVisible() && !autoscaler->isChecked());
        QSignalSpy wanted(m_panel.get(), &InspectorPanel::autoscalingWanted);
        QTest::keyClick(autoscaler, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<Place>().unit.value, u"cart"_s);
        QCOMPARE(wanted[0][1].value<std::optional<Autoscaling>>(), std::optional(Autoscaling()));
        m_panel->show(autoscaled({}));
        QVERIFY(autoscaler->isChecked());
        QVERIFY(!counter(u"One instance more"_s)->isEnabled()); // the autoscaler decides
        QTest::keyClick(autoscaler, Qt::Key_Space);
        QCOMPARE(wanted.size(), 2);
        QVERIFY(!wanted[1][1].value<std::optional<Autoscaling>>().has_value());
        m_panel->show(of({InstanceState::Healthy}));
        QVERIFY(counter(u"One instance more"_s)->isEnabled());
    }

    void asksOnceForWhatTheAutoscalersSettingsComeToRestAt()
    {
        m_panel->select(cart());
        Autoscaling inForce;
        inForce.target = 0.5;
        inForce.fewest = 2;
        inForce.most = 3;
        inForce.scaleDownAfter = std::chrono::milliseconds(7000);
        m_panel->show(autoscaled(inForce));
        QCOMPARE(setting(u"Workers busy"_s)->value(), 50);
        QSignalSpy wanted(m_panel.get(), &InspectorPanel::autoscalingWanted);
        for (int step = 0; step < 2; ++step)
            QTest::keyClick(setting(u"at least"_s), Qt::Key_Up);
        m_panel->show(autoscaled(inForce)); // takes nothing back
        QTest::keyClick(setting(u"Workers busy"_s), Qt::Key_Up);
        QTRY_COMPARE(wanted.size(), 1);
        const auto asked = wanted[0][1].value<std::optional<Autoscaling>>().value();
        QCOMPARE(asked.target, 0.55);
        QCOMPARE(asked.fewest, 4);
        QCOMPARE(asked.most, 4); // never fewer than the fewest
        QCOMPARE(asked.scaleDownAfter, inForce.scaleDownAfter);
    }

    void forgetsAHalfTurnedSettingWithItsUnit()
    {
        m_panel->select(cart());
        m_panel->show(autoscaled({}));
        QTest::keyClick(setting(u"at most"_s), Qt::Key_Up);
        m_panel->select(Subject{1, {u"orders"_s}, model::system::CapabilityId{u"orders"_s}});
        m_panel->show(autoscaled({}));
        QVERIFY(!m_panel->findChild<QCheckBox *>(u"autoscaler"_s)->isChecked()); // of orders
    }

    void withNothingSelectedTellsTheSystemInNumbers()
    {
        auto snapshot = of({InstanceState::Healthy});
        snapshot.fleets[0].cost = {6, 8448, 0.25};
        snapshot.fleets[1].cost = {16, 2048, 0.5};
        snapshot.fleets[1].attempts.perSecond = 50;
        m_panel->show(snapshot);
        QStringList names;
        for (const auto *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible())
                names << label->accessibleName();
        }
        for (const auto *name :
             {"Monolith, instances: 6", "Monolith, memory, declared: 8,448 MB",
              "Microservices, processor, measured: 50 %", "Monolith, Units, declared: 1",
              "Microservices, Units, declared: 11", "Microservices, Databases, declared: 10",
              "Monolith, Teams to agree, declared: 7",
              "Monolith, processor for 1,000 journeys, measured: –", // nobody came
              "Microservices, processor for 1,000 journeys, measured: 10 s"})
            QVERIFY2(names.contains(QString::fromUtf8(name)), qPrintable(names.join(u';')));
    }

    void theVerbsFitTheState_data()
    {
        QTest::addColumn<InstanceState>("state");
        QTest::addColumn<bool>("crash");
        QTest::addColumn<bool>("restart");
        QTest::addRow("healthy") << InstanceState::Healthy << true << false;
        QTest::addRow("hung") << InstanceState::Unresponsive << true << false;
        QTest::addRow("crashed") << InstanceState::Crashed << false << true;
        QTest::addRow("failed") << InstanceState::Failed << false << true;
        QTest::addRow("starting") << InstanceState::Starting << true << false;
    }
    void theVerbsFitTheState()
    {
        QFETCH(InstanceState, state);
        m_panel->select(cart());
        m_panel->show(of({state}));
        QTEST(button(u"&Crash"_s)->isEnabled(), "crash");
        QTEST(button(u"&Restart"_s)->isEnabled(), "restart");
    }

    void asksForWhatIsPressed()
    {
        QSignalSpy crash(m_panel.get(), &InspectorPanel::crashWanted);
        QSignalSpy scale(m_panel.get(), &InspectorPanel::scaleWanted);
        QSignalSpy request(m_panel.get(), &InspectorPanel::requestWanted);
        m_panel->select(cart());
        m_panel->show(of({InstanceState::Healthy, InstanceState::Healthy}));
        QTest::mouseClick(button(u"&Crash"_s), Qt::LeftButton);
        QCOMPARE(crash.takeFirst()[0].value<Place>(), (Place{{u"microservices"_s}, {u"cart"_s}, {}}));
        QTest::mouseClick(button(u"Crash"_s), Qt::LeftButton); // of the first instance
        QCOMPARE(crash.takeFirst()[0].value<Place>().instance.value, u"cart-1"_s);
        QTest::mouseClick(counter(u"One instance more"_s), Qt::LeftButton);
        QCOMPARE(scale.takeFirst()[1].toInt(), 3);
        QTest::mouseClick(counter(u"One instance fewer"_s), Qt::LeftButton);
        QCOMPARE(scale.takeFirst()[1].toInt(), 1);
        QTest::mouseClick(button(u"Send a req&uest…"_s), Qt::LeftButton);
        QCOMPARE(request.size(), 1);
    }

    void instancesAreCalledByTheirUnitsTitle()
    {
        m_panel->select(cart());
        m_panel->show(of({InstanceState::Healthy, InstanceState::Crashed}));
        QVERIFY(says(u"Cart 1"_s) && says(u"Cart 2"_s));
        QVERIFY(!says(u"cart-"_s));
        QCOMPARE(button(u"Crash"_s)->accessibleName(), u"Crash Cart 1"_s);
        QCOMPARE(button(u"Restart"_s)->accessibleName(), u"Restart Cart 2"_s);
    }

    void pointingAtCrashSaysSo()
    {
        QSignalSpy pondered(m_panel.get(), &InspectorPanel::crashPondered);
        m_panel->select(cart());
        m_panel->show(of({InstanceState::Healthy}));
        QFocusEvent comes(QEvent::FocusIn, Qt::TabFocusReason);
        QFocusEvent goes(QEvent::FocusOut);
        QCoreApplication::sendEvent(button(u"&Crash"_s), &comes);
        QCOMPARE(pondered.last()[1].toBool(), true);
        QCoreApplication::sendEvent(button(u"&Crash"_s), &goes);
        QCOMPARE(pondered.last()[1].toBool(), false);
    }

    void theLastInstanceThatServesIsALoss()
    {
        QSignalSpy pondered(m_panel.get(), &InspectorPanel::crashPondered);
        m_panel->select(cart());
        m_panel->show(of({InstanceState::Healthy, InstanceState::Crashed}));
        QFocusEvent focus(QEvent::FocusIn);
        QCoreApplication::sendEvent(button(u"Crash"_s), &focus);
        QCOMPARE(pondered.last()[1].toBool(), true);
    }

    void aLonelyInstanceLeavesTheVerbsToItsUnit()
    {
        m_panel->select(cart());
        m_panel->show(of({InstanceState::Healthy}));
        QVERIFY(button(u"Crash"_s) == nullptr);
        m_panel->show(of({InstanceState::Healthy, InstanceState::Healthy}));
        QVERIFY(button(u"Crash"_s) != nullptr);
    }

    void theKeyboardStaysWithTheVerbs()
    {
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_panel->select(cart());
        m_panel->show(of({InstanceState::Healthy}));
        QSignalSpy pondered(m_panel.get(), &InspectorPanel::crashPondered);
        button(u"&Crash"_s)->setFocus(Qt::TabFocusReason);
        QVERIFY(pondered.last()[1].toBool());
        m_panel->show(of({InstanceState::Crashed}));
        QVERIFY(button(u"&Restart"_s)->hasFocus());
        m_panel->show(of({InstanceState::Starting}));
        QVERIFY(button(u"&Crash"_s)->hasFocus());
        QVERIFY(!button(u"&Restart"_s)->isEnabled());
        QVERIFY(!pondered.last()[1].toBool()); // nobody thinks of crashing it again
    }

    void oneOfSeveralInstancesIsNobodysLoss()
    {
        QSignalSpy pondered(m_panel.get(), &InspectorPanel::crashPondered);
        m_panel->select(cart());
        m_panel->show(of({InstanceState::Healthy, InstanceState::Healthy}));
        QFocusEvent focus(QEvent::FocusIn);
        QCoreApplication::sendEvent(button(u"Crash"_s), &focus);
        QCOMPARE(pondered.size(), 0);
    }

    void whateverIsChosenHasAPast()
    {
        app::inspector::RequestHistory history;
        auto snapshot = of({InstanceState::Healthy, InstanceState::Healthy});
        snapshot.fleets[1].instances[0].requests.perSecond = 30;
        snapshot.fleets[1].instances[1].requests.perSecond = 12;
        for (int tenth = 0; tenth < 1300; ++tenth) {
            snapshot.at += std::chrono::milliseconds(100);
            QCOMPARE(history.add(snapshot), tenth % 5 == 4);
        }
        const auto past = history.of(1, {u"cart"_s});
        QCOMPARE(past.size(), app::inspector::RequestHistory::length);
        QCOMPARE(past.front(), 42.0);
        QVERIFY(history.of(0, {u"cart"_s}).empty());
    }

    void aModuleOfTheMonolithSaysWhatACrashTakes()
    {
        m_panel->select(Subject{0, {u"shop"_s}, model::system::CapabilityId{u"catalogue"_s}});
        bool said = false;
        for (auto *label : m_panel->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(u"a crash takes all its modules"_s));
        QVERIFY(said);
    }

    void showsAnEarlierMomentAndSaysSo()
    {
        auto then = of({InstanceState::Healthy});
        then.at += std::chrono::seconds(60);
        then.fleets[1].instances[0].requests.perSecond = 7;
        auto now = of({InstanceState::Crashed, InstanceState::Crashed});
        now.at += std::chrono::seconds(80);
        m_panel->select(cart());
        m_panel->show(now);
        QVERIFY(button(u"&Restart"_s)->isEnabled());
        m_panel->showMoment(then, std::chrono::seconds(20));
        QVERIFY(says(u"As it was 20 s ago, measured then"_s));
        QVERIFY(says(u"healthy"_s));
        QVERIFY(says(u"7.0 /s"_s));
        QVERIFY(!button(u"&Crash"_s)->isEnabled()); // who does something does it to what is now
        QVERIFY(!counter(u"One instance more"_s)->isEnabled());
        m_panel->show(now); // what is new is not shown
        QVERIFY(says(u"7.0 /s"_s));
        m_panel->select(Subject{1, {u"orders"_s}, model::system::CapabilityId{u"orders"_s}});
        m_panel->select(cart()); // nor for who selects something else meanwhile
        QVERIFY(says(u"7.0 /s"_s));
        QSignalSpy back(m_panel.get(), &InspectorPanel::nowWanted);
        QTest::mouseClick(button(u"Now"_s), Qt::LeftButton);
        QCOMPARE(back.size(), 1);
        m_panel->showNow();
        m_panel->show(now);
        QVERIFY(!says(u"As it was"_s));
        QVERIFY(says(u"crashed"_s));
        QVERIFY(button(u"&Restart"_s)->isEnabled());
    }

    void pagesThatAreOfNowSayItInThePast()
    {
        m_panel->select(cart());
        m_panel->showMoment(of({InstanceState::Healthy}), std::chrono::seconds(20));
        auto *tabs = m_panel->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            if (tabs->tabText(tab) == u"Data"_s)
                QVERIFY(says(u"The rows are those of now"_s));
            if (tabs->tabText(tab) == u"Team"_s)
                QVERIFY(says(u"Declared: the same 20 s ago as now"_s));
            if (tabs->tabText(tab) == u"Logs"_s)
                QVERIFY(says(u"Lines until 20 s ago"_s));
        }
    }

    void eachNumberStandsUnderWhatItIs()
    {
        m_panel->show(of({InstanceState::Healthy}));
        const auto topOf = [this](const QString &text) {
            for (const auto *label : m_panel->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text() == text)
                    return label->mapTo(m_panel.get(), QPoint()).y();
            }
            return -1;
        };
        QTRY_VERIFY(topOf(u"Declared"_s) >= 0 && topOf(u"Declared"_s) < topOf(u"Units"_s));
        QVERIFY(topOf(u"Memory"_s) > topOf(u"Units"_s));
        QVERIFY(topOf(u"Memory"_s) < topOf(u"Measured"_s));
        for (const auto &name : {u"Instances"_s, u"CPU"_s, u"CPU for 1,000 journeys"_s})
            QVERIFY2(topOf(name) > topOf(u"Measured"_s), qPrintable(name));
    }

    void anInstanceSaysWhatIsMeasuredAndWhatDeclared()
    {
        auto snapshot = of({InstanceState::Healthy});
        snapshot.fleets[1].instances[0].cpuShare = 0.125;
        m_panel->select(cart());
        m_panel->show(snapshot);
        QVERIFY(says(u"CPU 12.5 %, measured · 96\u00a0MB, declared"_s));
    }

    void eachFigureSaysWhereItIsFrom()
    {
        m_panel->select(cart());
        m_panel->show(of({InstanceState::Healthy}));
        for (auto *label : m_panel->findChildren<QLabel *>()) {
            const bool isFigure = label->isVisible() && label->property("kind").toString() == u"heading"_s
                && !label->text().isEmpty() && (label->text().front().isDigit() || label->text() == u"–"_s);
            const QString tip = label->toolTip() + label->parentWidget()->toolTip();
            if (isFigure)
                QVERIFY2(tip.contains(u"easured"_s) || tip.contains(u"eclared"_s), qPrintable(label->text()));
        }
    }

private:
    bool says(const QString &words) const
    {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    static Subject cart() { return {1, {u"cart"_s}, model::system::CapabilityId{u"cart"_s}}; }
    static Snapshot of(const std::vector<InstanceState> &states)
    {
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        for (size_t index = 0; index < states.size(); ++index) {
            services::platform::InstanceSnapshot instance;
            instance.status.id = {u"cart-%1"_s.arg(index + 1)};
            instance.status.unit = {u"cart"_s};
            instance.status.state = states[index];
            snapshot.fleets[1].instances.push_back(instance);
        }
        return snapshot;
    }
    static Snapshot autoscaled(const Autoscaling &settings)
    {
        auto snapshot = of({InstanceState::Healthy});
        snapshot.fleets[1].autoscaled = {{{u"cart"_s}, settings}};
        return snapshot;
    }
    QSpinBox *setting(const QString &name) const
    {
        for (auto *box : m_panel->findChildren<QSpinBox *>()) {
            if (box->accessibleName().startsWith(u"Autoscaler"_s) && box->accessibleName().endsWith(name))
                return box;
        }
        return nullptr;
    }
    // It shows a sign, and says its name.
    QPushButton *counter(const QString &name) const
    {
        for (auto *button : m_panel->findChildren<QPushButton *>()) {
            if (button->accessibleName() == name && button->isVisible() && button->text().isEmpty()
                && !button->icon().isNull())
                return button;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text) const
    {
        for (auto *button : m_panel->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<InspectorPanel> m_panel;
};

QTEST_MAIN(TestInspectorPanel)
#include "tst_inspectorpanel.moc"
