// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/graphview.h>
#include <app/graph/scenesvg.h>
#include <model/analysis/blastradius.h>

#include <QAccessible>
#include <QPainter>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace tests::graph;
using app::style::Role;
using app::style::Theme;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::JourneyState;
using model::system::CapabilityId;

// What a fault would hurt is shown exactly: which units, which modules, and how badly.
class TestThreats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCapabilityIsAsItsEndpoints_data()
    {
        using enum JourneyState;
        QTest::addColumn<std::vector<JourneyState>>("endpoints");
        QTest::addColumn<Threat>("threat");
        QTest::newRow("all go on") << std::vector{Working, Working} << Threat::None;
        QTest::newRow("nothing is known") << std::vector{Unknown, Working} << Threat::None;
        QTest::newRow("one is degraded") << std::vector{Working, Degraded} << Threat::Degraded;
        QTest::newRow("one of them is down") << std::vector{Working, Down} << Threat::Degraded;
        QTest::newRow("all are down") << std::vector{Down, Down} << Threat::Down;
        QTest::newRow("it has none") << std::vector<JourneyState>{} << Threat::None;
    }
    void aCapabilityIsAsItsEndpoints()
    {
        QFETCH(std::vector<JourneyState>, endpoints);
        QFETCH(Threat, threat);
        model::analysis::BlastRadius radius;
        for (size_t index = 0; index < endpoints.size(); ++index)
            radius.endpoints[{{u"one"_s}, QString::number(index)}].state = endpoints[index];
        radius.endpoints[{{u"two"_s}, u"GET /"_s}].state = JourneyState::Working;
        const auto apart = threatsOf(radius, packagingOf({{u"one"_s}, {u"two"_s}}));
        QCOMPARE(apart.of({unit(u"one"_s), {}}), threat);
        QCOMPARE(apart.of({unit(u"two"_s), {}}), Threat::None);
        QVERIFY(apart.modules.isEmpty());
        const auto together = threatsOf(radius, packagingOf({{u"one"_s, u"two"_s}}));
        QCOMPARE(together.modules.value({u"one"_s}), threat);
        QCOMPARE(together.of({unit(u"one"_s), CapabilityId{u"two"_s}}), Threat::None);
        QVERIFY(together.nodes.isEmpty()); // the other module goes on
    }

    void aUnitSuffersAsAWholeWhenAllOfItDoes()
    {
        model::analysis::BlastRadius radius;
        const auto packaging = packagingOf({{u"one"_s, u"two"_s}});
        auto &one = radius.endpoints[{{u"one"_s}, u"GET /"_s}].state;
        one = JourneyState::Down;
        radius.endpoints[{{u"two"_s}, u"GET /"_s}].state = JourneyState::Degraded;
        QCOMPARE(threatsOf(radius, packaging).of({unit(u"one"_s), {}}), Threat::Degraded);
        radius.endpoints[{{u"two"_s}, u"GET /"_s}].state = JourneyState::Down;
        QCOMPARE(threatsOf(radius, packaging).of({unit(u"one"_s), {}}), Threat::Down);
    }

    void anErrorInOneModuleDoesNotThreatenTheWholeShop()
    {
        const tests::support::Shop shop;
        const auto fails = threatsIn(shop, shop.monolith, FaultKind::Errors);
        QVERIFY(fails.nodes.isEmpty());
        QCOMPARE(fails.modules.value({u"payments"_s}), Threat::Down);
        QCOMPARE(fails.modules.value({u"orders"_s}), Threat::Degraded); // those who only look go on
        for (const auto &well : {u"catalogue"_s, u"search"_s, u"accounts"_s, u"inventory"_s})
            QVERIFY2(!fails.modules.contains({well}), qPrintable(well));

        const auto crash = threatsIn(shop, shop.monolith, FaultKind::Crash);
        QCOMPARE(crash.nodes.size(), 1);
        QCOMPARE(crash.nodes.begin().value(), Threat::Down);
        QCOMPARE(crash.modules.value({u"search"_s}), Threat::Down);

        const auto apart = threatsIn(shop, shop.microservices, FaultKind::Errors);
        QVERIFY(apart.modules.isEmpty());
        QCOMPARE(apart.of({unit(u"payments"_s), {}}), Threat::Down);
        QCOMPARE(apart.of({unit(u"orders"_s), {}}), Threat::Degraded);
        QCOMPARE(apart.of({unit(u"catalogue"_s), {}}), Threat::None);
    }

    // Of a node from afar its modules are not seen.
    void aBlockStandsForItsModules()
    {
        const auto made = scene();
        const auto &below = *made.node(unit(u"below"_s));
        Threats threats;
        QCOMPARE(threats.ofBlock(below), Threat::None);
        threats.modules[{u"one"_s}] = Threat::Down;
        QCOMPARE(threats.ofBlock(below), Threat::Degraded);
        threats.nodes[unit(u"below"_s)] = Threat::Down;
        QCOMPARE(threats.ofBlock(below), Threat::Down);
    }

    void ringsTellByShapeWhatWouldHappen()
    {
        const auto theme = Theme::light();
        const auto paintedRing = [&](Threat threat, Role role, int away) { // above the left node
            Attention attention;
            if (threat != Threat::None)
                attention.threats.nodes[unit(u"left"_s)] = threat;
            return pixelsOf(painted(attention), QRect(40, 20 - away, 80, 1), theme.color(role));
        };
        QCOMPARE(paintedRing(Threat::None, Role::Warning, 4), 0);
        const int dashes = paintedRing(Threat::Degraded, Role::Warning, 4);
        QVERIFY2(dashes > 30 && dashes < 78, qPrintable(QString::number(dashes)));
        QCOMPARE(paintedRing(Threat::Degraded, Role::Warning, 8), 0); // there is one
        QCOMPARE(paintedRing(Threat::Down, Role::Bad, 4), 80); // whole
        QCOMPARE(paintedRing(Threat::Down, Role::Bad, 8), 80); // and another
    }

    void onlyTheModuleThatSuffersIsMarked()
    {
        const QRect one(106, 196, 88, 38); // with what is around it
        const QRect two(196, 196, 88, 38);
        const auto before = painted({});
        Attention attention;
        attention.threats.modules[{u"one"_s}] = Threat::Down;
        const auto down = painted(attention);
        QVERIFY(down.copy(one) != before.copy(one));
        QCOMPARE(down.copy(two), before.copy(two));
        QCOMPARE(down.copy(95, 145, 210, 4), before.copy(95, 145, 210, 4)); // nor its unit
        attention.threats.modules[{u"one"_s}] = Threat::Degraded;
        const auto degraded = painted(attention);
        QVERIFY(degraded.copy(one) != down.copy(one));
        QVERIFY(degraded.copy(one) != before.copy(one));
    }

    void theViewSaysItInWords()
    {
        GraphView view;
        view.setScene(scene());
        const Target one{unit(u"below"_s), CapabilityId{u"one"_s}};
        QVERIFY(view.foreseenOf(one).isEmpty());
        Threats threats;
        threats.modules[{u"one"_s}] = Threat::Down;
        threats.nodes[unit(u"left"_s)] = Threat::Degraded;
        view.setThreatened(threats);
        QCOMPARE(view.threatened(), threats);
        QCOMPARE(view.foreseenOf(one), u"would be down"_s);
        QCOMPARE(view.foreseenOf({unit(u"left"_s), {}}), u"would be degraded"_s);
        QVERIFY(view.foreseenOf({unit(u"below"_s), {}}).isEmpty());
        QVERIFY(view.foreseenOf({unit(u"left"_s), {}, unit(u"right"_s)}).isEmpty());
        auto *list = QAccessible::queryAccessibleInterface(&view);
        bool isTold = false;
        for (int child = 0; child < list->childCount(); ++child)
            isTold = isTold || list->child(child)->text(QAccessible::Description) == u"would be down"_s;
        QVERIFY(isTold);
    }

    void theLegendsSignsAreTheRings()
    {
        const auto theme = Theme::light();
        const auto drawn = [&](Sign sign) {
            QImage image(18, 18, QImage::Format_RGB32);
            image.fill(theme.color(Role::Canvas));
            QPainter painter(&image);
            GraphPainter(painter, theme, {}).paintSign(sign, image.rect());
            painter.end();
            return image;
        };
        QVERIFY(drawn(Sign::WouldDegrade) != drawn(Sign::WouldFail));
        QVERIFY(meaningOf(Sign::WouldDegrade) != meaningOf(Sign::WouldFail));
        const auto written = [&](Sign sign) {
            QByteArray svg;
            SvgPen pen(svg, {18, 18}, {});
            writeSign(pen, sign, {0, 0, 18, 18}, theme);
            pen.end();
            return svg;
        };
        QVERIFY(written(Sign::WouldDegrade).contains("stroke-dasharray"));
        QVERIFY(!written(Sign::WouldFail).contains("stroke-dasharray"));
        QCOMPARE(written(Sign::WouldFail).count("<path"), 2);
    }

private:
    static model::packaging::Packaging packagingOf(const std::vector<std::vector<QString>> &units)
    {
        model::packaging::Packaging packaging;
        for (const auto &names : units) {
            model::packaging::Unit made;
            made.id = {names.front()};
            for (const auto &name : names)
                made.capabilities.push_back({name});
            packaging.units.push_back(made);
        }
        return packaging;
    }
    static Threats
    threatsIn(const tests::support::Shop &shop, const model::packaging::Packaging &packaging, FaultKind kind)
    {
        model::analysis::Situation situation;
        situation.system = shop.system;
        situation.packaging = packaging;
        situation.policies = model::operation::usualPolicies();
        situation.faults = {Fault{kind, {{u"payments"_s}, 0, {}}, {}, {}, {}}};
        return threatsOf(model::analysis::blastRadius(situation), packaging);
    }
    static QImage painted(const Attention &attention)
    {
        const auto theme = Theme::light();
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(theme.color(Role::Canvas));
        QPainter painter(&image);
        GraphPainter(painter, theme, {}).paintScene(scene(), {}, attention, {Detail::Full, image.rect()});
        painter.end();
        return image;
    }
};

QTEST_MAIN(TestThreats)
#include "tst_threats.moc"
