// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/forcechip.h>

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using app::shell::ForceChip;
using model::operation::Fault;
using model::operation::FaultKind;

class TestForceChip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysHowManyAndUndoesEach()
    {
        QWidget window;
        const tests::support::Shop shop;
        ForceChip chip(shop.system, shop.shapes(), &window);
        window.show();
        chip.show(snapshotOf({}, {}));
        QVERIFY(!chip.isVisible());

        const Fault hang{FaultKind::Hang, {{u"payments"_s}, 0, {u"microservices"_s}}, {}, {}, {}};
        const Fault everywhere{FaultKind::Crash, {{u"cart"_s}, 0, {}}, {}, {}, {}};
        chip.show(snapshotOf({everywhere}, {hang, everywhere})); // of both fleets, and one fault
        QVERIFY(chip.isVisible());
        QVERIFY2(chip.text().contains(u"2 faults"_s), qPrintable(chip.text()));
        const QStringList told{u"Shop has crashed (Monolith); Cart has crashed (Microservices)"_s,
                               u"Payments hangs (Microservices)"_s}; // whom it takes in each
        QCOMPARE(chip.toolTip(), told.join(u'\n'));
        QCOMPARE(chip.accessibleDescription(), told.join(u"; "_s));
        QCOMPARE(chip.menu()->actions()[0]->text(), u"Undo: "_s + told[0]);

        QSignalSpy undo(&chip, &ForceChip::undoWanted);
        QSignalSpy undoAll(&chip, &ForceChip::undoAllWanted);
        for (auto *action : chip.menu()->actions())
            action->trigger();
        QCOMPARE(undo.size(), 2);
        QCOMPARE(undo[0][0].value<Fault>(), everywhere);
        QCOMPARE(undo[1][0].value<Fault>(), hang);
        QCOMPARE(undoAll.size(), 1);

        chip.show(snapshotOf({}, {}));
        QVERIFY(!chip.isVisible());
    }

private:
    static services::platform::Snapshot snapshotOf(const std::vector<Fault> &monolith,
                                                   const std::vector<Fault> &microservices)
    {
        services::platform::Snapshot snapshot;
        snapshot.fleets.resize(2);
        snapshot.fleets[0].faults = monolith;
        snapshot.fleets[1].faults = microservices;
        return snapshot;
    }
};

QTEST_MAIN(TestForceChip)
#include "tst_forcechip.moc"
