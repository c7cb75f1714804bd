// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flaws.h"
#include "systems.h"

#include <model/layout/fittedsizes.h>
#include <model/layout/graphvizlayouter.h>
#include <model/packaging/randompackaging.h>

#include <QTest>

#include <clocale>
#include <cmath>
#include <limits>

using namespace model::layout;
using namespace Qt::StringLiterals;
using model::packaging::Packaging;
using tests::layout::flawsOf;
using tests::layout::nodeOf;
using tests::layout::requestFor;
using tests::layout::shop;

Q_DECLARE_METATYPE(model::packaging::Packaging)

namespace {

Layout layOut(const LayoutRequest &request)
{
    GraphvizLayouter layouter;
    const auto layout = layouter.layOut(request);
    return layout ? *layout : Layout{};
}

QStringList edgesOf(const Layout &layout, EdgeKind kind)
{
    QStringList edges;
    for (const PlacedEdge &edge : layout.edges) {
        if (edge.kind == kind)
            edges += (edge.from.name.isEmpty() ? u"shoppers"_s : edge.from.name) + u">"_s + edge.to.name;
    }
    edges.sort();
    return edges;
}

} // namespace

class TestGraphvizLayouter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOverlapsOrIsCrossed_data()
    {
        QTest::addColumn<Packaging>("packaging");
        QTest::addColumn<Direction>("direction");
        const auto system = shop();
        std::vector<Packaging> packagings;
        for (const QString &id : model::packaging::presetIds())
            packagings.push_back(*model::packaging::preset(id, system));
        for (unsigned seed = 1; seed <= 20; ++seed)
            packagings.push_back(model::packaging::randomPackaging(system, seed));
        for (const Packaging &packaging : packagings) {
            QTest::addRow("%s from top to bottom", qPrintable(packaging.id.value))
                << packaging << Direction::TopToBottom;
            QTest::addRow("%s from left to right", qPrintable(packaging.id.value))
                << packaging << Direction::LeftToRight;
        }
    }
    void nothingOverlapsOrIsCrossed()
    {
        QFETCH(Packaging, packaging);
        QFETCH(Direction, direction);
        for (const bool full : {true, false}) {
            LayoutRequest request;
            request.system = shop();
            request.packaging = packaging;
            request.sizes = fittedSizes(request.system, packaging);
            request.direction = direction;
            request.stores = full;
            request.topics = full;
            const Layout layout = layOut(request);
            QVERIFY(layout.nodes.size() > packaging.units.size());
            QCOMPARE(layout.direction, direction);
            QCOMPARE(flawsOf(layout), QStringList());
        }
    }

    void theMonolithIsOneBoxOfModules()
    {
        const Layout layout = layOut(requestFor(shop(), u"monolith"_s));
        QCOMPARE(layout.nodes.size(), 3U); // the shoppers, the shop, its database
        const PlacedNode *unit = nodeOf(layout, {NodeKind::Unit, u"shop"_s});
        QVERIFY(unit != nullptr);
        QCOMPARE(unit->modules.size(), 11U);
        QCOMPARE(unit->modules[0].box.y(), unit->modules[1].box.y()); // two columns
        QCOMPARE(unit->modules[0].box.x(), unit->modules[2].box.x());
        QCOMPARE(edgesOf(layout, EdgeKind::Required), (QStringList{u"shoppers>shop"_s}));
        QCOMPARE(edgesOf(layout, EdgeKind::Storage), (QStringList{u"shop>shop"_s}));
        QVERIFY(edgesOf(layout, EdgeKind::Event).isEmpty()); // what stays inside is not drawn
    }

    void microservicesShowEachCallAndMessage()
    {
        const Layout layout = layOut(requestFor(shop(), u"microservices"_s));
        const QStringList required = edgesOf(layout, EdgeKind::Required);
        QVERIFY(required.contains(u"cart>catalogue"_s));
        QVERIFY(required.contains(u"orders>payments"_s));
        QVERIFY(required.contains(u"shoppers>storefront"_s));
        QVERIFY(edgesOf(layout, EdgeKind::Optional).contains(u"storefront>search"_s));
        QVERIFY(!required.contains(u"storefront>search"_s));
        const QStringList events = edgesOf(layout, EdgeKind::Event);
        QVERIFY(events.contains(u"orders>order.placed"_s));
        QVERIFY(events.contains(u"order.placed>shipping"_s));
        QVERIFY(nodeOf(layout, {NodeKind::Topic, u"product.changed"_s}) != nullptr);
        QVERIFY(nodeOf(layout, {NodeKind::Store, u"catalogue"_s}) != nullptr);
        QVERIFY(nodeOf(layout, {NodeKind::Store, u"storefront"_s}) == nullptr); // owns nothing
    }

    void messagesCanGoStraight()
    {
        LayoutRequest request = requestFor(shop(), u"microservices"_s);
        request.topics = false;
        request.stores = false;
        const Layout layout = layOut(request);
        QCOMPARE(layout.nodes.size(), 12U);
        QVERIFY(edgesOf(layout, EdgeKind::Event).contains(u"orders>shipping"_s));
        QVERIFY(edgesOf(layout, EdgeKind::Event).contains(u"catalogue>search"_s));
    }

    void boxesAreAsBigAsAskedFor()
    {
        LayoutRequest request = requestFor(shop(), u"by-team"_s);
        request.sizes.unit = {150, 70};
        request.sizes.module = {120, 40};
        const Layout layout = layOut(request);
        QCOMPARE(nodeOf(layout, {NodeKind::Unit, u"payments"_s})->box.size(), QSizeF(150, 70));
        for (const PlacedModule &module : nodeOf(layout, {NodeKind::Unit, u"discovery"_s})->modules)
            QCOMPARE(module.box.size(), QSizeF(120, 40));
    }

    void equalRequestsGiveEqualLayouts()
    {
        const LayoutRequest request = requestFor(shop(), u"microservices"_s);
        const Layout first = layOut(request);
        layOut(requestFor(tests::layout::random(60, 3), u"microservices"_s));
        layOut(requestFor(shop(), u"by-team"_s));
        QCOMPARE(layOut(request), first);
    }

    void theDirectionFitsThePane_data()
    {
        QTest::addColumn<double>("aspect");
        for (const double aspect : {0.2, 0.5, 1.0, 1.6, 2.5, 8.0})
            QTest::addRow("aspect %g", aspect) << aspect;
    }
    void theDirectionFitsThePane()
    {
        QFETCH(double, aspect);
        const auto scale = [aspect](const Layout &layout) {
            return std::min(aspect / layout.size.width(), 1 / layout.size.height());
        };
        LayoutRequest request = requestFor(shop(), u"microservices"_s);
        request.aspect = aspect;
        const Layout chosen = layOut(request);
        for (const Direction direction : {Direction::TopToBottom, Direction::LeftToRight}) {
            request.direction = direction;
            QVERIFY(scale(chosen) >= scale(layOut(request)));
        }
    }

    // One door above everything makes one endless row, if nobody folds it.
    void manyChildrenFillTheirPlace()
    {
        LayoutRequest request = requestFor(shop(), u"microservices"_s);
        request.sizes.unit = {124, 42};
        request.sizes.topic = {100, 32};
        request.sizes.shoppers = {80, 24};
        request.sizes.besides = 8;
        request.sizes.between = 24;
        request.stores = false;
        for (const QSizeF place : {QSizeF(480, 440), QSizeF(600, 560), QSizeF(1000, 500)}) {
            request.aspect = place.width() / place.height();
            const Layout layout = layOut(request);
            QCOMPARE(flawsOf(layout), QStringList());
            QVERIFY(layout.size.width() * 0.75 < place.width());
            QVERIFY(layout.size.height() * 0.75 < place.height());
        }
    }

    void bothDirectionsAreChosenSomewhere()
    {
        LayoutRequest request = requestFor(shop(), u"monolith"_s);
        request.aspect = 0.3;
        QCOMPARE(layOut(request).direction, Direction::TopToBottom);
        request.aspect = 3;
        QCOMPARE(layOut(request).direction, Direction::LeftToRight);
    }

    void aCommaForADecimalPointChangesNothing()
    {
        const LayoutRequest request = requestFor(shop(), u"microservices"_s);
        const Layout plain = layOut(request);
        const QByteArray before = std::setlocale(LC_NUMERIC, nullptr);
        if (std::setlocale(LC_NUMERIC, "de_DE.UTF-8") == nullptr)
            QSKIP("needs the locale de_DE.UTF-8");
        const Layout german = layOut(request);
        const QByteArray after = std::setlocale(LC_NUMERIC, nullptr);
        std::setlocale(LC_NUMERIC, before.constData());
        QCOMPARE(german, plain);
        QCOMPARE(after, QByteArray("de_DE.UTF-8"));
    }

    void survivesWhatIsNotThere()
    {
        LayoutRequest request;
        QCOMPARE(layOut(request).nodes.size(), 1U); // the shoppers, with nowhere to go
        request.system = shop();
        QCOMPARE(layOut(request).nodes.size(), 1U);
        request.packaging.units = {{{u"ghosts"_s}, u"Ghosts"_s, {{u"nobody"_s}, {u"nothing"_s}}, 1}};
        QCOMPARE(layOut(request).nodes.size(), 2U);
        QVERIFY(layOut(request).edges.empty());
        request.packaging.units.push_back({{u"empty"_s}, u"Empty"_s, {}, 0});
        request.packaging.units.push_back(request.packaging.units.front());
        QCOMPARE(layOut(request).nodes.size(), 4U);
    }

    void survivesSenselessSizes_data()
    {
        QTest::addColumn<double>("length");
        QTest::newRow("zero") << 0.0;
        QTest::newRow("negative") << -50.0;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("endless") << std::numeric_limits<double>::infinity();
        QTest::newRow("huge") << 1e300;
    }
    void survivesSenselessSizes()
    {
        QFETCH(double, length);
        LayoutRequest request = requestFor(shop(), u"by-team"_s);
        request.sizes.unit = {length, length};
        request.sizes.gap = length;
        request.sizes.padding = length;
        request.aspect = length;
        const Layout layout = layOut(request);
        QVERIFY(layout.nodes.size() > 7U);
        QVERIFY(std::isfinite(layout.size.width()) && std::isfinite(layout.size.height()));
        for (const PlacedNode &node : layout.nodes)
            QVERIFY(QRectF({0, 0}, layout.size).contains(node.box));
    }

    void refusesWhatTakesTooLong()
    {
        GraphvizLayouter layouter;
        const auto refused = layouter.layOut(requestFor(tests::layout::random(2'000, 1), u"microservices"_s));
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, model::result::Kind::InvalidInput);
        QVERIFY(refused.error().message.contains(u"At most 750"_s));
    }

    void laysOutLargeSystems_data()
    {
        QTest::addColumn<int>("capabilities");
        QTest::addColumn<QString>("packaging");
        QTest::newRow("300 units") << 300 << u"microservices"_s;
        QTest::newRow("1,000 modules in one unit") << 1'000 << u"monolith"_s;
    }
    void laysOutLargeSystems()
    {
        QFETCH(int, capabilities);
        QFETCH(QString, packaging);
        LayoutRequest request = requestFor(tests::layout::random(capabilities, 1), packaging);
        request.stores = packaging == u"monolith";
        const Layout layout = layOut(request);
        QVERIFY(layout.nodes.size() >= request.packaging.units.size() + 1);
        for (const PlacedNode &node : layout.nodes)
            QVERIFY(QRectF({0, 0}, layout.size).contains(node.box));
        for (const PlacedEdge &edge : layout.edges)
            QVERIFY(edge.curve.size() >= 4 && edge.curve.size() % 3 == 1);
    }
};

QTEST_GUILESS_MAIN(TestGraphvizLayouter)
#include "tst_graphvizlayouter.moc"
