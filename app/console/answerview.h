// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>
#include <model/packaging/packaging.h>
#include <model/system/contract.h>
#include <services/platform/endpointcall.h>

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace app::console {

class JsonColours;

// What came back, of one fleet or of several: the answer, whether it is as its contract says, and the way to
// its trace. What is selected in it can be kept as a variable. GUI thread.
class AnswerView : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerView(const std::vector<model::packaging::Packaging> &packagings,
                        QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void expect(const std::vector<int> &fleets,
                const QString &words); // their answers; nothing is shown meanwhile
    // `contract`: null: nothing was promised.
    void showAnswer(int fleet,
                    const services::platform::EndpointAnswer &answer,
                    const model::system::Contract *contract);
    void showFailure(int fleet, const QString &reason);
    void showWords(const QString &status); // of what was not sent
    void clear(); // nothing was

Q_SIGNALS:
    void traceWanted(int fleet, const model::telemetry::TraceId &trace);
    void keepWanted(const QString &value); // as a variable

private:
    struct Shown
    {
        int fleet = 0;
        QString status;
        QString deviations; // from the contract, a line each
        QString body;
        model::telemetry::TraceId trace{};
    };
    Shown *of(int fleet);
    void refresh();

    std::vector<model::packaging::Packaging> m_packagings;
    std::vector<Shown> m_answers;
    QComboBox *m_which;
    QLabel *m_status;
    QLabel *m_contract;
    QPushButton *m_trace;
    QPushButton *m_keep;
    QPlainTextEdit *m_body;
    JsonColours *m_colours;
};

} // namespace app::console
