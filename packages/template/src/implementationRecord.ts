/** The built-in template, byte for byte; it ends without a line ending. */
export const implementationRecord = `---
version: "{{VERSION}}"
created: "{{COMPLETION_DATE}}"
status: "completed"
target_audience: ["developers", "tech-leads", "support-team"]
document_type: "implementation-record"
tags: ["implementation", "historical", "{{FEATURE_TAG}}"]
feature_context: "{{FEATURE_CONTEXT_LINK}}"
architecture_doc: "{{ARCHITECTURE_DOC_LINK}}"
external_reference: "{{EXTERNAL_ISSUE_LINK}}"
---

# {{FEATURE_NAME}} - Implementation Record

**Feature**: [{{FEATURE_NAME}}]({{FEATURE_CONTEXT_LINK}})
**Architecture**: [{{FEATURE_NAME}} Architecture]({{ARCHITECTURE_DOC_LINK}})
**External Issue**: {{EXTERNAL_ISSUE_REFERENCE}}
**Implementation Period**: {{START_DATE}} to {{COMPLETION_DATE}}
**Total Duration**: {{TOTAL_DURATION}}
**Lead Developer**: {{LEAD_DEVELOPER}}
**Team Members**: {{TEAM_MEMBERS}}

---

## Implementation Summary

### What Was Built
{{IMPLEMENTATION_SUMMARY}}

### Key Achievements
{{KEY_ACHIEVEMENTS}}

### Deviations from Plan
{{PLAN_DEVIATIONS}}

## Implementation Details

### Phase 1: {{PHASE_1_NAME}} ✅
**Duration**: {{PHASE_1_DURATION}} (Planned: {{PHASE_1_PLANNED}})
**Status**: {{PHASE_1_STATUS}}

#### Tasks Completed
- [✅] {{P1_TASK_1}} - Completed {{P1_TASK_1_DATE}} ({{P1_TASK_1_DURATION}})
- [✅] {{P1_TASK_2}} - Completed {{P1_TASK_2_DATE}} ({{P1_TASK_2_DURATION}})
- [✅] {{P1_TASK_3}} - Completed {{P1_TASK_3_DATE}} ({{P1_TASK_3_DURATION}})

#### Key Decisions Made
{{PHASE_1_DECISIONS}}

#### Challenges Encountered
{{PHASE_1_CHALLENGES}}

### Phase 2: {{PHASE_2_NAME}} ✅
**Duration**: {{PHASE_2_DURATION}} (Planned: {{PHASE_2_PLANNED}})
**Status**: {{PHASE_2_STATUS}}

#### Tasks Completed
- [✅] {{P2_TASK_1}} - Completed {{P2_TASK_1_DATE}} ({{P2_TASK_1_DURATION}})
- [✅] {{P2_TASK_2}} - Completed {{P2_TASK_2_DATE}} ({{P2_TASK_2_DURATION}})
- [✅] {{P2_TASK_3}} - Completed {{P2_TASK_3_DATE}} ({{P2_TASK_3_DURATION}})

#### Key Decisions Made
{{PHASE_2_DECISIONS}}

#### Challenges Encountered
{{PHASE_2_CHALLENGES}}

### Phase 3: {{PHASE_3_NAME}} ✅
**Duration**: {{PHASE_3_DURATION}} (Planned: {{PHASE_3_PLANNED}})
**Status**: {{PHASE_3_STATUS}}

#### Tasks Completed
- [✅] {{P3_TASK_1}} - Completed {{P3_TASK_1_DATE}} ({{P3_TASK_1_DURATION}})
- [✅] {{P3_TASK_2}} - Completed {{P3_TASK_2_DATE}} ({{P3_TASK_2_DURATION}})
- [✅] {{P3_TASK_3}} - Completed {{P3_TASK_3_DATE}} ({{P3_TASK_3_DURATION}})

#### Key Decisions Made
{{PHASE_3_DECISIONS}}

#### Challenges Encountered
{{PHASE_3_CHALLENGES}}

## Technical Implementation

### Code Changes
{{CODE_CHANGES_SUMMARY}}

#### Files Created
{{FILES_CREATED}}

#### Files Modified
{{FILES_MODIFIED}}

#### Dependencies Added
{{DEPENDENCIES_ADDED}}

### Database Changes
{{DATABASE_CHANGES}}

### API Changes
{{API_CHANGES}}

### Configuration Changes
{{CONFIGURATION_CHANGES}}

## Testing Results

### Unit Testing
{{UNIT_TEST_RESULTS}}
- **Coverage**: {{UNIT_TEST_COVERAGE}}
- **Tests Added**: {{UNIT_TESTS_ADDED}}
- **Tests Modified**: {{UNIT_TESTS_MODIFIED}}

### Integration Testing
{{INTEGRATION_TEST_RESULTS}}
- **Scenarios Tested**: {{INTEGRATION_SCENARIOS}}
- **Pass Rate**: {{INTEGRATION_PASS_RATE}}

### End-to-End Testing
{{E2E_TEST_RESULTS}}
- **User Journeys Tested**: {{E2E_JOURNEYS}}
- **Browser Coverage**: {{BROWSER_COVERAGE}}

### Performance Testing
{{PERFORMANCE_TEST_RESULTS}}
- **Load Testing**: {{LOAD_TEST_RESULTS}}
- **Response Times**: {{RESPONSE_TIME_RESULTS}}
- **Scalability Validation**: {{SCALABILITY_VALIDATION}}

## Quality Assurance

### Code Review Results
{{CODE_REVIEW_RESULTS}}
- **Reviews Completed**: {{REVIEWS_COMPLETED}}
- **Issues Found**: {{ISSUES_FOUND}}
- **Issues Resolved**: {{ISSUES_RESOLVED}}

### Security Review
{{SECURITY_REVIEW_RESULTS}}
- **Security Scan Results**: {{SECURITY_SCAN_RESULTS}}
- **Vulnerabilities Found**: {{VULNERABILITIES_FOUND}}
- **Vulnerabilities Resolved**: {{VULNERABILITIES_RESOLVED}}

### Performance Review
{{PERFORMANCE_REVIEW_RESULTS}}
- **Performance Benchmarks**: {{PERFORMANCE_BENCHMARKS}}
- **Optimization Applied**: {{OPTIMIZATIONS_APPLIED}}

## Deployment

### Deployment Strategy
{{DEPLOYMENT_STRATEGY_USED}}

### Deployment Timeline
{{DEPLOYMENT_TIMELINE}}

### Environment Rollout
{{ENVIRONMENT_ROLLOUT}}

### Rollback Procedures
{{ROLLBACK_PROCEDURES}}

## Post-Implementation

### Monitoring Setup
{{MONITORING_SETUP}}

### Alerting Configuration
{{ALERTING_CONFIGURATION}}

### Documentation Updates
{{DOCUMENTATION_UPDATES}}

### Knowledge Transfer
{{KNOWLEDGE_TRANSFER}}

## Lessons Learned

### What Went Well
{{WHAT_WENT_WELL}}

### What Could Be Improved
{{IMPROVEMENTS_IDENTIFIED}}

### Process Improvements
{{PROCESS_IMPROVEMENTS}}

### Technical Insights
{{TECHNICAL_INSIGHTS}}

## Metrics & Outcomes

### Development Metrics
{{DEVELOPMENT_METRICS}}
- **Lines of Code**: {{LINES_OF_CODE}}
- **Commits**: {{COMMIT_COUNT}}
- **Pull Requests**: {{PULL_REQUEST_COUNT}}

### Quality Metrics
{{QUALITY_METRICS}}
- **Bug Count**: {{BUG_COUNT}}
- **Test Coverage**: {{TEST_COVERAGE}}
- **Code Review Coverage**: {{CODE_REVIEW_COVERAGE}}

### Performance Metrics
{{PERFORMANCE_METRICS}}
- **Response Time**: {{RESPONSE_TIME}}
- **Throughput**: {{THROUGHPUT}}
- **Error Rate**: {{ERROR_RATE}}

### Business Metrics
{{BUSINESS_METRICS}}
- **User Adoption**: {{USER_ADOPTION}}
- **Success Criteria Met**: {{SUCCESS_CRITERIA_MET}}

## Support Information

### Known Issues
{{KNOWN_ISSUES}}

### Troubleshooting Guide
{{TROUBLESHOOTING_GUIDE}}

### Support Contacts
{{SUPPORT_CONTACTS}}

### Documentation References
{{DOCUMENTATION_REFERENCES}}

## Future Recommendations

### Technical Debt
{{TECHNICAL_DEBT_IDENTIFIED}}

### Enhancement Opportunities
{{ENHANCEMENT_OPPORTUNITIES}}

### Maintenance Requirements
{{MAINTENANCE_REQUIREMENTS}}

### Scaling Considerations
{{SCALING_CONSIDERATIONS}}

---

**External References:**
- **Original Issue**: {{EXTERNAL_ISSUE_LINK}}
- **Feature Context**: {{FEATURE_CONTEXT_LINK}}
- **Architecture Document**: {{ARCHITECTURE_DOC_LINK}}
- **API Documentation**: {{API_DOC_LINK}}
- **Deployment Guide**: {{DEPLOYMENT_GUIDE_LINK}}
- **Support Documentation**: {{SUPPORT_DOC_LINK}}

**Stakeholder Sign-off:**
- **Product Manager**: {{PM_SIGNOFF}} ({{PM_SIGNOFF_DATE}})
- **Technical Lead**: {{TECH_LEAD_SIGNOFF}} ({{TECH_LEAD_SIGNOFF_DATE}})
- **QA Lead**: {{QA_SIGNOFF}} ({{QA_SIGNOFF_DATE}})
- **DevOps**: {{DEVOPS_SIGNOFF}} ({{DEVOPS_SIGNOFF_DATE}})`
