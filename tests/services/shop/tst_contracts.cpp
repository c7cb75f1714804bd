// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/system/systemreader.h>

#include <QJsonArray>
#include <QTest>

#include <tests/localshop/localshop.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tests::localshop;
using model::system::Contract;

// What the system's file promises of each endpoint is what the shop's code does, with the file's own
// examples.
class ContractsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto system = model::system::SystemReader::readFile(
            QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"));
        QVERIFY(system.has_value());
        m_system = *std::move(system);
        m_files = std::make_unique<ShopFiles>();
    }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void everyEndpointHasOne()
    {
        for (const auto &capability : m_system.capabilities) {
            for (const auto &endpoint : capability.endpoints) {
                const auto *contract = m_system.contract(endpoint.id);
                QVERIFY2(contract != nullptr, qPrintable(endpoint.id.operation));
                QVERIFY2(!contract->statuses.empty(), qPrintable(endpoint.id.operation));
            }
        }
    }

    // One after another, as a customer would: each answer gives what a later request needs.
    void answersAreAsPromised()
    {
        m_variables = {{u"product"_s, u"p-0001"_s}};
        const auto isLast = [](const model::system::EndpointId &id) {
            return id.operation.endsWith(u"/sessions/current"_s); // nobody is let in after it
        };
        std::vector<model::system::EndpointId> order;
        for (const auto *capability : {"accounts", "catalogue", "search", "recommendations", "cart", "orders",
                                       "payments", "inventory", "shipping", "notifications", "storefront"}) {
            for (const auto &endpoint : m_system.capability({QString::fromLatin1(capability)})->endpoints)
                order.push_back(endpoint.id);
        }
        std::ranges::stable_partition(order, [&](const auto &id) { return !isLast(id); });
        for (const auto &id : order) {
            const auto *contract = m_system.contract(id);
            prepare(id);
            const auto reply = m_shop->ask(askOf(id, *contract));
            QVERIFY2(reply.has_value(),
                     qPrintable(id.operation + u": "_s + (reply ? QString() : reply.error().message)));
            const auto promised = std::ranges::count(contract->statuses, reply->status,
                                                     &model::system::StatusMeaning::status);
            QVERIFY2(promised == 1, qPrintable(u"%1: %2"_s.arg(id.operation).arg(reply->status)));
            if (contract->answer.has_value())
                compare(id.operation, *reply, *contract);
            m_shop->pump();
        }
    }

private:
    // What must be there is made anew: a reservation can be taken or let go once, and an order empties the
    // cart.
    void prepare(const model::system::EndpointId &id)
    {
        const model::system::EndpointId reserve{{u"inventory"_s}, u"POST /reservations"_s};
        const model::system::EndpointId fill{{u"cart"_s}, u"PUT /cart/items/{product}"_s};
        if (id.operation.contains(u"/reservations/"_s)) {
            const auto made = m_shop->ask(askOf(reserve, *m_system.contract(reserve)));
            QVERIFY(made.has_value());
            compare(reserve.operation, *made, *m_system.contract(reserve));
        }
        if (id.operation.endsWith(u"/orders"_s))
            QVERIFY(m_shop->ask(askOf(fill, *m_system.contract(fill))).has_value());
    }
    Ask askOf(const model::system::EndpointId &id, const Contract &contract)
    {
        m_variables[u"fresh"_s] = QString::number(++m_asked);
        Ask ask{id.capability.value, id.operation};
        for (const auto &[name, shape] : contract.path)
            ask.path.insert(name, filled(shape.example));
        for (const auto &[name, shape] : contract.query) {
            if (!shape.example.isEmpty())
                ask.query.insert(name, filled(shape.example));
        }
        if (contract.request.has_value()) {
            const auto example = exampleOf(*contract.request).toObject();
            ask.body = filled(QString::fromUtf8(QJsonDocument(example).toJson())).toUtf8();
        }
        ask.session = m_shop->session(1);
        ask.key = "key-" + QByteArray::number(m_asked);
        return ask;
    }
    QString filled(QString text) const
    {
        for (auto value = m_variables.begin(); value != m_variables.end(); ++value)
            text.replace(u"{{%1}}"_s.arg(value.key()), value.value());
        return text;
    }
    void compare(const QString &operation, const Reply &reply, const Contract &contract)
    {
        const auto answer = QJsonDocument::fromJson(reply.body).object();
        QStringList broken;
        for (const auto &deviation : deviations(answer, *contract.answer))
            broken << deviation.pointer;
        QVERIFY2(broken.isEmpty(), qPrintable(operation + u": "_s + broken.join(u", "_s)));
        remember(answer, *contract.answer);
    }
    void remember(const QJsonValue &value, const model::system::Shape &shape)
    {
        if (!shape.keepAs.isEmpty() && shape.keepAs != u"product"_s)
            m_variables[shape.keepAs] = value.toVariant().toString();
        for (const auto &[name, member] : shape.members)
            remember(value.toObject().value(name), member);
        const auto list = value.toArray();
        for (const auto &element : shape.element) {
            if (!list.isEmpty())
                remember(list.first(), element);
        }
    }

    model::system::System m_system;
    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
    QMap<QString, QString> m_variables;
    int m_asked = 0;
};

QTEST_GUILESS_MAIN(ContractsTest)
#include "tst_contracts.moc"
