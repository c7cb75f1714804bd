// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/session/language.h>
#include <app/shell/statusline.h>

#include <QLabel>
#include <QTest>
#include <QTimer>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::shell::StatusLine;
using services::platform::Snapshot;
using services::platform::SteadySnapshot;

class TestStatusLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_language.speak(u"en"_s); }

    void saysWhenTheComputerDoesNotKeepUp()
    {
        StatusLine line(m_shop.system);
        line.QWidget::show();
        line.show(snapshotWith(0.4, 0.1));
        QVERIFY(!says(line));
        line.show(snapshotWith(1.9, 7.5));
        QVERIFY(says(line));
        line.show(snapshotWith(0.4, 0.1));
        QVERIFY(!says(line));
    }
    void forgetsItInTime()
    {
        StatusLine line(m_shop.system);
        line.QWidget::show();
        auto snapshot = snapshotWith(1.9, 7.5);
        snapshot.at += 1min;
        line.show(snapshot);
        QVERIFY(!says(line));
    }

    void allOfItFitsIntoASmallScreen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("busy");
        QTest::addRow("English") << u"en"_s << u"17.5 threads wait"_s;
        QTest::addRow("German") << u"de"_s << u"17,5 Threads warten"_s;
    }
    void allOfItFitsIntoASmallScreen()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, busy);
        m_language.speak(language);
        auto snapshot = snapshotWith(1.9, 17.5);
        snapshot.memoryBytes = 900 * 1024 * 1024;
        snapshot.fleets[0].instances.resize(27);
        for (auto &instance : snapshot.fleets[0].instances) {
            instance.status.state = services::runtime::InstanceState::Healthy;
            instance.status.port = 1;
        }
        snapshot.fleets[0].queues.resize(1);
        snapshot.fleets[0].queues[0].depth = 1234;
        snapshot.fleets[0].queues[0].deadLetters = 3;
        StatusLine line(m_shop.system);
        line.QWidget::show();
        line.show(snapshot);
        QVERIFY(says(line, busy));
        QVERIFY2(line.minimumSizeHint().width() <= 1280,
                 qPrintable(QString::number(line.minimumSizeHint().width())));
    }

    void saysWhatIsDoneInTheRoomThatThereIs()
    {
        StatusLine line(m_shop.system);
        line.QWidget::show();
        line.show(snapshotWith(0.4, 0.1));
        const int least = line.minimumSizeHint().width();
        const QString words = u"Written: "_s + QString(400, u'x');
        line.say(words);
        QVERIFY(says(line, words));
        QCOMPARE(line.minimumSizeHint().width(), least); // a long path does not widen the window
        line.say(u"Written: another"_s);
        QVERIFY(says(line, u"another"_s) && !says(line, words));
        line.show(snapshotWith(0.4, 0.1));
        QVERIFY2(says(line, u"another"_s), "what goes on does not wipe it away");
    }

    void whenItIsBriefItIsThereOnlyWhileItSaysSomething()
    {
        StatusLine line(m_shop.system);
        line.QWidget::show();
        line.setBrief(true);
        line.show(snapshotWith(1.9, 7.5));
        QVERIFY(!line.isVisible());
        line.say(u"Written: shop.svg"_s);
        QVERIFY(line.isVisible() && says(line, u"shop.svg"_s));
        line.show(snapshotWith(1.9, 7.5));
        QVERIFY(!says(line) && !says(line, u"Starting"_s));
        line.findChild<QTimer *>()->start(0); // some seconds later
        QTRY_VERIFY(!line.isVisible());
        line.setBrief(false);
        QVERIFY(line.isVisible() && says(line, u"Starting"_s));
        line.show(snapshotWith(1.9, 7.5));
        QVERIFY(says(line));
    }

    void namesByTitleWhoseMessagesWereSetAside()
    {
        StatusLine line(m_shop.system);
        auto snapshot = snapshotWith(0.4, 0.1);
        auto &fleet = snapshot.fleets.front();
        fleet.title = u"Microservices"_s;
        fleet.instances.push_back({});
        services::broker::QueueStatus queue;
        queue.group = {u"shipping"_s};
        queue.deadLetters = 1;
        queue.latestDead = {{{u"order.placed"_s}, {}, u"no address"_s, {}}};
        fleet.queues = {queue};
        line.show(snapshot);
        const auto labels = line.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->toolTip().contains(u"Microservices, Shipping, from order.placed: no address"_s);
        }));
    }

private:
    static Snapshot snapshotWith(double processors, double waiting)
    {
        auto steady = std::make_shared<SteadySnapshot>();
        steady->until = services::platform::Instant(60s);
        steady->latest.processors = processors;
        steady->latest.waiting = waiting;
        Snapshot snapshot;
        snapshot.at = steady->until + 1s;
        snapshot.fleets.push_back({});
        snapshot.fleets.front().steady = std::move(steady);
        return snapshot;
    }
    static bool says(const StatusLine &line, const QString &words = u"7.5 threads wait"_s)
    {
        const auto labels = line.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    const tests::support::Shop m_shop;
    app::session::Language m_language;
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
