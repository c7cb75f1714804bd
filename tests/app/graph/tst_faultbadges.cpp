// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/faultbadges.h>
#include <app/wording/faults.h>
#include <model/operation/everyfault.h>

#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::graph;
using model::layout::NodeKind;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultSetting;

class TestFaultBadges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const tests::support::Shop shop;
        m_shop = shop.system;
        m_monolith = shop.monolith;
        m_microservices = shop.microservices;
    }

    void saysItOnTheSpotAndInFull()
    {
        const auto live
            = with(m_microservices, {of(FaultKind::Slow, u"payments"_s, {{FaultSetting::DelayMs, 800}})});
        const auto payments = live.nodes.value(unit(u"payments"_s));
        QCOMPARE(payments.reason, u"slow +800 ms"_s);
        QCOMPARE(payments.health, Health::Degraded);
        QCOMPARE(payments.details, QStringList(u"Payments answers 800 ms later"_s));
    }

    void aHangInOneModuleLeavesTheOthersWell()
    {
        const auto live = with(m_monolith, {of(FaultKind::Hang, u"payments"_s)});
        QCOMPARE(live.modules.value({u"payments"_s}).reason, u"hangs"_s);
        QCOMPARE(live.modules.value({u"payments"_s}).health, Health::Bad);
        QCOMPARE(live.modules.value({u"payments"_s}).details, QStringList(u"Payments in Shop hangs"_s));
        QVERIFY(!live.modules.contains({u"orders"_s}));
        QCOMPARE(live.nodes.value(unit(u"shop"_s)).reason, u"Payments: hangs"_s);
        QCOMPARE(live.nodes.value(unit(u"shop"_s)).brief, QStringList{u"Payments: hangs"_s});
        QCOMPARE(live.nodes.value(unit(u"shop"_s)).health, Health::Degraded);
        const auto frozen = with(m_monolith, {of(FaultKind::Freeze, u"payments"_s)});
        QCOMPARE(frozen.nodes.value(unit(u"shop"_s)).health, Health::Bad);
        QVERIFY(frozen.modules.isEmpty()); // it takes them all
    }

    void severalAreCounted()
    {
        const auto live = with(m_microservices,
                               {of(FaultKind::Slow, u"orders"_s), of(FaultKind::StoreLocked, u"orders"_s),
                                of(FaultKind::CpuBurn, u"orders"_s)});
        QCOMPARE(live.nodes.value(unit(u"orders"_s)).reason, u"slow +500 ms, +2"_s);
        QCOMPARE(live.nodes.value(unit(u"orders"_s)).brief, QStringList{u"slow, +2"_s});
        QCOMPARE(live.nodes.value(unit(u"orders"_s)).details.size(), 3);
    }

    void whoIsDownSaysHowLong()
    {
        Vitality live;
        live.nodes[unit(u"orders"_s)].reason = u"crashed 8 s"_s;
        live.nodes[unit(u"orders"_s)].isDown = true;
        live.nodes[unit(u"orders"_s)].health = Health::Bad;
        FaultBadges(m_shop, m_microservices).add({of(FaultKind::Crash, u"orders"_s)}, live);
        QCOMPARE(live.nodes.value(unit(u"orders"_s)).reason, u"crashed 8 s"_s);
        QCOMPARE(live.nodes.value(unit(u"orders"_s)).health, Health::Bad);
    }

    void linesShowByShape()
    {
        auto cut = of(FaultKind::CutOff, u"orders"_s);
        cut.callee = {u"payments"_s};
        auto slow = of(FaultKind::LinkSlow, u"orders"_s);
        slow.callee = {u"cart"_s};
        const auto live = with(m_microservices, {cut, slow});
        const EdgeId toPayments{unit(u"orders"_s), unit(u"payments"_s)};
        QCOMPARE(live.lines.value(toPayments), LineTrouble::Cut);
        QCOMPARE(live.lines.value({unit(u"orders"_s), unit(u"cart"_s)}), LineTrouble::Slow);
        QVERIFY(live.nodes.value(unit(u"orders"_s)).reason.startsWith(u"cut off from Payments"_s));
        QVERIFY(with(m_monolith, {cut}).lines.isEmpty()); // there is no line
    }

    void everyKindHasABadge()
    {
        QSet<QString> badges;
        for (const auto &fault : model::operation::everyFault(m_shop)) {
            const QString badge = app::wording::badge(fault, u"X"_s);
            QVERIFY(!badge.isEmpty() && badge.size() <= 24);
            const QString brief = app::wording::briefBadge(fault);
            QVERIFY2(!brief.isEmpty() && brief.size() <= 14, qPrintable(brief));
            QVERIFY(!app::wording::title(fault.kind).isEmpty());
            QVERIFY(!app::wording::lifting(fault.kind).isEmpty());
            badges.insert(badge);
        }
        QVERIFY(badges.size() >= 27); // a line can be cut in three ways, and looks the same
    }

private:
    static NodeId unit(const QString &name) { return {NodeKind::Unit, name}; }
    static Fault
    of(FaultKind kind, const QString &capability, const QMap<FaultSetting, double> &settings = {})
    {
        return {kind, {{capability}, 0, {}}, {}, {}, settings};
    }
    Vitality with(const model::packaging::Packaging &packaging, const std::vector<Fault> &faults) const
    {
        Vitality live;
        FaultBadges(m_shop, packaging).add(faults, live);
        return live;
    }

    model::system::System m_shop;
    model::packaging::Packaging m_monolith;
    model::packaging::Packaging m_microservices;
};

QTEST_GUILESS_MAIN(TestFaultBadges)
#include "tst_faultbadges.moc"
