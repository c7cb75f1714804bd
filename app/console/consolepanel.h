// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requestdraft.h"

#include <app/style/theme.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/snapshot.h>

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace app::tables {
class QuietTable;
}

namespace app::console {

class AnswerView;
class ContractModel;
class DifferenceModel;
class DraftForm;
class HistoryModel;
class SeriesPage;
class VariablesModel;

// Where a person asks any endpoint himself: its contract, a form for a real request, what came back, also
// from both shapes side by side or many times, variables and a history. It asks for requests by a signal and
// is told the answers; a newer request makes an older answer stale. GUI thread.
class ConsolePanel : public QWidget
{
    Q_OBJECT
public:
    ConsolePanel(const model::system::System &system,
                 const std::vector<model::packaging::Packaging> &packagings,
                 QWidget *parent = nullptr);
    ~ConsolePanel() override;

    void setTheme(const style::Theme &theme);
    void choose(int fleet, const model::system::CapabilityId &capability);
    void choose(int fleet, const model::system::EndpointId &endpoint);
    void show(const services::platform::Snapshot &snapshot); // where everybody is at home
    // What became of the request of that number.
    void showAnswer(quint64 number, const services::platform::EndpointAnswer &answer);
    void showFailure(quint64 number, const QString &reason);
    // The latest requests and the variables, without secrets, for the next start (ConsoleMemory).
    QJsonObject memory() const;
    void recall(const QJsonObject &memory);
    // Neither requests nor variables of before, but for those that the system's file knows.
    void forget();

Q_SIGNALS:
    void memoryChanged();
    void sendWanted(quint64 number, const services::platform::EndpointCall &call);
    void traceWanted(int fleet, const model::telemetry::TraceId &trace);

private:
    using EndpointAnswer = services::platform::EndpointAnswer;
    using EndpointCall = services::platform::EndpointCall;
    // What is under way for what.
    struct Asked
    {
        int fleet = 0;
        quint64 group = 0; // of those sent together; 0: of a series
        int series = 0;
        model::system::EndpointId endpoint;
    };
    void fillEndpoints();
    QWidget *buildChoice();
    QWidget *buildWriting();
    QWidget *buildReading();
    QWidget *buildVariables();
    QWidget *buildHistory();
    void connectParts();
    void connectMemory();
    void setKnownVariables();
    void chooseEndpoint();
    const model::system::EndpointId *endpoint() const;
    std::vector<int> targets() const; // fleets, in their order
    // The request as it is written, for one fleet; nothing: something is wrong with it, and it was said.
    std::optional<EndpointCall> written(int fleet);
    // What is to be sent; of a series it stays the same, however the form changes meanwhile.
    struct Order
    {
        RequestDraft draft;
        model::system::EndpointId endpoint;
        std::chrono::seconds patience{0};
    };
    tl::expected<EndpointCall, std::vector<Complaint>> callOf(const Order &order, int fleet) const;
    Order orderOfForm() const;
    void send();
    void sendMany();
    void sendOfSeries(int series, int fleet);
    void logIn();
    void ask(EndpointCall call, Asked asked);
    void keep(const Asked &asked, const EndpointAnswer &answer);
    // What was asked of an endpoint, and what came back so far.
    struct Sending
    {
        quint64 group = 0;
        std::vector<int> fleets;
        QHash<int, EndpointAnswer> answers; // by fleet
        QHash<int, QString> failures; // why there is no answer
    };
    void begin(const model::system::EndpointId &id, const std::vector<int> &fleets, const QString &words);
    Sending *sendingOf(const Asked &asked); // null: something newer was sent since
    void showLatest(); // what the chosen endpoint answered last
    void clearAnswers(bool areSeveral); // they are waited for, or there are none
    void showAnswerOf(const model::system::EndpointId &id, const Sending &sending, int fleet);
    void showFailureOf(int fleet, const QString &reason);
    void compare(const Sending &sending);
    void reuse(int row);
    void copyAsCurl();
    void keepAsVariable(const QString &value);
    quint16 portOf(int fleet, const model::system::CapabilityId &capability) const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    QStringList m_titles; // of the fleets
    std::vector<model::system::EndpointId> m_endpoints; // by row of the box
    std::vector<QHash<model::system::UnitId, quint16>> m_ports; // by fleet
    QComboBox *m_target;
    QComboBox *m_endpoint;
    QSpinBox *m_patience;
    QLabel *m_summary;
    DraftForm *m_form;
    ContractModel *m_contract;
    VariablesModel *m_variables;
    HistoryModel *m_history;
    DifferenceModel *m_differences;
    tables::QuietTable *m_variablesTable;
    tables::QuietTable *m_historyTable;
    QTabWidget *m_writing;
    QTabWidget *m_reading;
    QPushButton *m_send;
    QLabel *m_note;
    AnswerView *m_answer;
    QLabel *m_comparison;
    SeriesPage *m_series;
    Order m_ordered; // of the series
    QHash<quint64, Asked> m_asked; // by number
    QHash<model::system::EndpointId, Sending> m_latest; // of each endpoint that was asked
    quint64 m_number = 0;
    quint64 m_group = 0; // which is shown: number of its first request; 0: none
};

} // namespace app::console
