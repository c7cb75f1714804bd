// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/captions.h>
#include <app/graph/lettering.h>
#include <app/graph/livepicture.h>
#include <app/graph/shapes.h>
#include <app/session/language.h>
#include <app/wording/systemtexts.h>
#include <model/operation/everyfault.h>

#include <QFontMetricsF>
#include <QTest>

#include <tests/support/shop.h>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace app::graph;
using model::layout::NodeKind;
using model::telemetry::Instant;
using services::platform::FleetSnapshot;
using services::runtime::InstanceState;

namespace {

const Instant now{2h};

services::platform::InstanceSnapshot
instance(const QString &unit, InstanceState state, std::chrono::seconds since = 12s)
{
    services::platform::InstanceSnapshot snapshot;
    snapshot.status.unit = {unit};
    snapshot.status.state = state;
    snapshot.status.since = now - since;
    return snapshot;
}

} // namespace

// Why a node is not well stands in its box, in each language, and is not cut off.
class TestReasons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysForHowLongOneIsDown_data() { addLanguages(); }
    void saysForHowLongOneIsDown()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, crashed);
        m_language.speak(language);
        const auto live = carts(1, 1, InstanceState::Crashed, 12s);
        QCOMPARE(live.reason, crashed);
        QVERIFY2(inUnit(live).endsWith(u" 12 s"_s), qPrintable(inUnit(live)));
        QVERIFY(inUnit(carts(1, 1, InstanceState::Crashed, 99s)).endsWith(u" 99 s"_s));
    }

    void fitsIntoTheSmallestUnit_data() { addLanguages(); }
    void fitsIntoTheSmallestUnit()
    {
        QFETCH(const QString, language);
        m_language.speak(language);
        using enum InstanceState;
        for (const auto state : {Starting, Unresponsive, Draining, Crashed, Failed, Stopped}) {
            for (const auto since : {12s, 119s, 3000s}) {
                for (int all = 1; all <= 3; ++all) {
                    for (int sick = 1; sick <= all; ++sick) {
                        const auto live = carts(all, sick, state, since);
                        QVERIFY2(!live.reason.isEmpty() && widthOf(inUnit(live)) <= roomOf(live),
                                 qPrintable(inUnit(live)));
                    }
                }
            }
        }
    }

    void eachFaultFitsWhereItIsShown_data() { addLanguages(); }
    void eachFaultFitsWhereItIsShown()
    {
        QFETCH(const QString, language);
        m_language.speak(language);
        const auto system = app::wording::spoken(m_shop.system);
        const auto title = captionsOf(system, m_shop.microservices).nodes.value(shoppers()).title;
        const auto sizes = m_lettering.sizes(system, m_shop.microservices);
        FleetSnapshot fleet;
        for (const auto &unit : m_shop.microservices.units)
            fleet.instances.push_back(instance(unit.id.value, InstanceState::Healthy));
        int told = 0;
        for (const auto &fault : model::operation::everyFault(system)) {
            fleet.faults = {fault};
            const auto nodes = LivePicture(system, m_shop.microservices).vitality(fleet, now).nodes;
            for (auto node = nodes.begin(); node != nodes.end(); ++node) {
                if (node->reason.isEmpty())
                    continue;
                ++told;
                const bool isUnit = node.key().kind == NodeKind::Unit;
                const bool isTopic = node.key().kind == NodeKind::Topic;
                const double room = isUnit ? roomOf(*node)
                    : isTopic              ? sizes.topic.width() - 16
                                           : sizes.shoppers.width();
                const auto live = isUnit || isTopic ? *node : node->named(title);
                const QString words = live.reasonWithin(room, width());
                QVERIFY2(widthOf(words) <= room, qPrintable(words));
            }
        }
        QVERIFY(told > 100);
    }

    void aBreakerNamesItsCalleeWhereThereIsRoom()
    {
        m_language.speak(u"en"_s);
        FleetSnapshot fleet;
        fleet.instances = {instance(u"storefront"_s, InstanceState::Healthy)};
        services::platform::CallSnapshot call;
        call.link = {{u"storefront"_s}, {{u"recommendations"_s}, u"GET /recommendations"_s}};
        call.crossesUnits = true;
        call.breaker = BreakerState::Open;
        fleet.calls = {call};
        const auto live = LivePicture(m_shop.system, m_shop.microservices)
                              .vitality(fleet, now)
                              .nodes.value({NodeKind::Unit, u"storefront"_s});
        QCOMPARE(inUnit(live), u"breaker open"_s);
        QCOMPARE(live.reasonWithin(400, width()), u"breaker to Recommendations open"_s);
    }

private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("crashed");
        QTest::addRow("English") << u"en"_s << u"crashed 12 s"_s;
        QTest::addRow("German") << u"de"_s << u"abgestürzt 12 s"_s;
    }
    static NodeId shoppers() { return {NodeKind::Shoppers, {}}; }

    // So many of all are like that, the others are well.
    NodeVitality carts(int all, int sick, InstanceState state, std::chrono::seconds since) const
    {
        FleetSnapshot fleet;
        for (int each = 0; each < all; ++each)
            fleet.instances.push_back(
                instance(u"cart"_s, each < sick ? state : InstanceState::Healthy, since));
        return LivePicture(m_shop.system, m_shop.microservices)
            .vitality(fleet, now)
            .nodes.value({NodeKind::Unit, u"cart"_s});
    }
    // Beside the marks of its instances, in the smallest box that a unit has.
    double roomOf(const NodeVitality &live) const
    {
        model::packaging::Packaging shape;
        shape.units.push_back({{u"cart"_s}, u"Cart"_s, {}, 1});
        const auto size = m_lettering.sizes(m_shop.system, shape).unit;
        const QRectF words = wordsOfUnit({{NodeKind::Unit, u"cart"_s}, QRectF({}, size), {}});
        return words.width() - pipsOf(words, live.pips.size()).room;
    }
    QString inUnit(const NodeVitality &live) const { return live.reasonWithin(roomOf(live), width()); }
    double widthOf(const QString &words) const
    {
        return QFontMetricsF(m_lettering.small()).horizontalAdvance(words);
    }
    std::function<double(const QString &)> width() const
    {
        return [this](const QString &words) { return widthOf(words); };
    }

    app::session::Language m_language;
    const tests::support::Shop m_shop;
    const Lettering m_lettering{QFont()};
};

QTEST_MAIN(TestReasons)
#include "tst_reasons.moc"
