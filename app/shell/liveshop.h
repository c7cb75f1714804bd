// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/wording/servicetexts.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/platform.h>
#include <services/platform/workfolder.h>

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>
#include <optional>

namespace app::shell {

// The running shops behind the window: starts them in the background, passes orders on and shows what cannot
// be done as words. Owns the only Platform. GUI thread; nothing here waits, but for the destructor (about a
// second at most: until everything has stopped).
class LiveShop : public QObject
{
    Q_OBJECT
public:
    struct Plan
    {
        model::system::System system;
        std::vector<model::packaging::Packaging> packagings;
        double shoppersPerSecond = 60;
        QString broker = QStringLiteral("embedded:"); // the URL of what messages go through
        QString workRoot{}; // below which the stores are, as of a WorkFolder; empty: a temporary one
    };

    explicit LiveShop(Plan plan, QObject *parent = nullptr);
    ~LiveShop() override;

    // As it is told, in the language of the window. What runs has the words of the system's file.
    const Plan &plan() const { return m_told; }
    void start();

    void crash(const services::platform::Place &place); // a fault like any other
    void inject(const model::operation::Fault &fault);
    void lift(const model::operation::Fault &fault);
    void liftAll();
    void restart(const services::platform::Place &place);
    void scale(const services::platform::Place &unit, int instances);
    void setAutoscaling(const services::platform::Place &unit,
                        const std::optional<model::operation::Autoscaling> &settings);
    void setShoppersPerSecond(double rate);
    // In one fleet, by its position, or (-1) in each.
    void setPolicies(int fleet, const model::operation::PolicyChange &change);
    void send(quint64 number, const services::platform::EndpointCall &call);
    void readBooks(); // of all fleets, once
    void readOrders(int fleet);
    void readLife(int fleet, const QString &order);
    void readData(const services::platform::Place &unit,
                  const std::vector<model::system::CapabilityId> &capabilities);
    void readTraces(); // of all fleets
    void readTrace(int fleet, const model::telemetry::TraceId &id);
    void readLogs(const services::platform::LogQuery &query);
    void peek(int fleet, const services::broker::Peek &what);
    void
    replay(int fleet, const model::system::CapabilityId &group, const std::vector<std::int64_t> &letters);
    void redeliver(int fleet, const model::system::CapabilityId &group, std::int64_t message);

Q_SIGNALS:
    void snapshotTaken(const services::platform::Snapshot &snapshot);
    void started();
    // The stores are those of a desktop that was killed: its shops go on where they were.
    void takenUp();
    // What a hop costs on this machine, measured once, some seconds after the first shoppers have come;
    // nothing: it could not be measured.
    void hopsMeasured(const std::optional<model::analysis::MachineCosts> &costs);
    void answered(quint64 number, const services::platform::EndpointAnswer &answer);
    void unanswered(quint64 number, const QString &reason);
    void booksRead(const services::platform::BooksReading &reading);
    void booksUnread(const QString &reason);
    void ordersRead(int fleet, const services::platform::OrderBook &orders);
    void lifeRead(int fleet, const services::platform::TracedLife &life);
    void ordersUnread(const QString &reason); // nor the life of one
    void dataRead(const services::platform::Place &unit, const services::platform::DataReading &reading);
    void dataUnread(const services::platform::Place &unit, const QString &reason);
    void tracesRead(const services::platform::Glances &traces);
    void traceRead(int fleet,
                   const model::telemetry::TraceId &id,
                   const std::vector<model::telemetry::Span> &spans);
    void tracesUnread(const QString &reason); // nor one of them
    void logsRead(const services::platform::LogQuery &query, const services::platform::LogReading &reading);
    void logsUnread(const QString &reason);
    void messagesSeen(int fleet,
                      const services::broker::Peek &what,
                      const std::vector<services::broker::PeekedMessage> &messages);
    void messagesUnseen(const QString &reason);
    void messagesMoved(); // put back, or delivered again
    void complained(const QString &words); // what went wrong, and what to do about it

private:
    bool takeFolder(); // false: there is none, and it was said
    void take(const services::platform::Snapshot &snapshot);
    void measureHopsOnce(const services::platform::Snapshot &snapshot);
    model::system::PackagingId idOf(int fleet) const;
    void watchMove(QFuture<model::result::Result<void>> future);
    int positionOf(const services::platform::Place &place) const;
    void watch(QFuture<model::result::Result<void>> future, const QString &act);
    QString wordsOf(const model::result::Error &error) const { return m_texts.said(error.message); }

    Plan m_plan;
    Plan m_told;
    wording::ServiceTexts m_texts;
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::optional<services::platform::WorkFolder> m_folder;
    services::platform::Snapshot m_newest; // not shown yet
    std::vector<services::platform::Place> m_instances; // as of the last snapshot
    QTimer m_showing;
    bool m_areHopsAskedFor = false;
    std::unique_ptr<services::platform::Platform> m_platform;
};

} // namespace app::shell
