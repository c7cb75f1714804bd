// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/statusline.h>

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::shell::StatusLine;
using services::platform::Snapshot;
using services::platform::SteadySnapshot;

class TestStatusLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhenTheComputerDoesNotKeepUp()
    {
        StatusLine line;
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
        StatusLine line;
        line.QWidget::show();
        auto snapshot = snapshotWith(1.9, 7.5);
        snapshot.at += 1min;
        line.show(snapshot);
        QVERIFY(!says(line));
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
    static bool says(const StatusLine &line)
    {
        const auto labels = line.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"7.5 threads wait"_s);
        });
    }
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
